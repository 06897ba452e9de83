package io.foodsafety.model.fact;

import io.foodsafety.model.internal.Checks;
import java.util.Objects;

/**
 * A typed reference to what a fact is about. What it refers to need not be registered.
 *
 * @param type what it is
 * @param id its id, unique within the type; 1 to 256 characters
 */
public record SubjectRef(SubjectType type, String id) {

  /** Checks the id. */
  public SubjectRef {
    Objects.requireNonNull(type, "type");
    Checks.id("id", id);
  }

  /**
   * A reference.
   *
   * @param type what it is
   * @param id its id
   * @return the reference
   * @throws IllegalArgumentException if the id is not well-formed
   */
  public static SubjectRef of(SubjectType type, String id) {
    return new SubjectRef(type, id);
  }

  /**
   * A reference to a business.
   *
   * @param id its id
   * @return the reference
   * @throws IllegalArgumentException if the id is not well-formed
   */
  public static SubjectRef business(String id) {
    return new SubjectRef(SubjectType.BUSINESS, id);
  }

  /** {@return type and id, such as {@code business:S1}: the form in which facts are indexed} */
  @Override
  public String toString() {
    return type.code() + ":" + id;
  }
}
