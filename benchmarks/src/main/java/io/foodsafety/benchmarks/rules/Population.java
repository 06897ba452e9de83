package io.foodsafety.benchmarks.rules;

import java.util.List;

/**
 * Businesses and their facts in columns.
 *
 * @param first the number of the first business; the others follow
 * @param size how many businesses
 * @param attributes what is registered of them, a row each; {@code $segment}, {@code $format} and
 *     {@code $licenceIssuedOn} among it
 * @param facts a table for each kind
 */
public record Population(int first, int size, List<Column> attributes, List<FactTable> facts) {

  /** An attribute of the businesses by its name. */
  public Column attribute(String name) {
    return attributes.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no " + name + "."));
  }

  /** The facts of a kind. */
  public FactTable facts(String kind) {
    return facts.stream()
        .filter(table -> table.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + "."));
  }

  /** {@return how many facts there are} */
  public long factCount() {
    return facts.stream().mapToLong(FactTable::rows).sum();
  }
}
