package io.foodsafety.spi.storage;

import io.foodsafety.model.internal.Checks;

/**
 * An attribute by which the documents of a collection can be found.
 *
 * @param name its name
 * @param multiValued whether a document may have several values; only attributes with at most one
 *     value can be used for ranges and order
 */
public record IndexAttribute(String name, boolean multiValued) {

  /** Checks the name. */
  public IndexAttribute {
    Checks.name("index attribute", name);
  }

  /**
   * An attribute with at most one value.
   *
   * @param name its name
   * @return the attribute
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static IndexAttribute single(String name) {
    return new IndexAttribute(name, false);
  }

  /**
   * An attribute with any number of values.
   *
   * @param name its name
   * @return the attribute
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static IndexAttribute multi(String name) {
    return new IndexAttribute(name, true);
  }
}
