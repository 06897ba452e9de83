package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.util.Objects;

/**
 * A fact that a line of an assessment rests on.
 *
 * @param id the id of the fact
 * @param text what it says in short, such as its date and kind; may be empty
 */
public record Evidence(String id, String text) {

  /** Checks the id. */
  public Evidence {
    Checks.id("evidence", id);
    Objects.requireNonNull(text, "text");
  }

  /**
   * A fact.
   *
   * @param id its id
   * @param text what it says in short; may be empty
   * @return the evidence
   * @throws IllegalArgumentException if the id is not well-formed
   */
  public static Evidence of(String id, String text) {
    return new Evidence(id, text);
  }
}
