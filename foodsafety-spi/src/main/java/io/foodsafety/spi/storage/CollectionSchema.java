package io.foodsafety.spi.storage;

import io.foodsafety.model.internal.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A collection of documents and its index attributes.
 *
 * @param name its name, {@code [a-z][a-z0-9_]{0,30}}
 * @param attributes its index attributes, names distinct and of the same form
 */
public record CollectionSchema(String name, List<IndexAttribute> attributes) {

  /** Checks the names. */
  public CollectionSchema {
    checkName(name);
    attributes = List.copyOf(attributes);
    HashSet<String> names = new HashSet<>();
    for (IndexAttribute attribute : attributes) {
      checkName(attribute.name());
      if (!names.add(attribute.name())) {
        throw new IllegalArgumentException(
            "The collection (%s) has the attribute (%s) twice.".formatted(name, attribute.name()));
      }
    }
  }

  /**
   * A collection.
   *
   * @param name its name
   * @param attributes its index attributes
   * @return the schema
   * @throws IllegalArgumentException if a name is not well-formed or not distinct
   */
  public static CollectionSchema of(String name, IndexAttribute... attributes) {
    return new CollectionSchema(name, List.of(attributes));
  }

  /**
   * An attribute by name.
   *
   * @param attribute its name
   * @return the attribute, or nothing
   */
  public Optional<IndexAttribute> findAttribute(String attribute) {
    return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
  }

  static void checkName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,30}")) {
      throw new IllegalArgumentException(
          "The name (%s) must match [a-z][a-z0-9_]{0,30}.".formatted(Checks.abbreviate(name)));
    }
  }
}
