package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.IndexAttribute;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of a collection: one for the documents, one for attributes with several values. */
final class CollectionTable {

  private final CollectionSchema schema;
  private final List<String> singles;
  private final List<String> multis;

  CollectionTable(CollectionSchema schema) {
    this.schema = schema;
    this.singles = names(schema, false);
    this.multis = names(schema, true);
  }

  private static List<String> names(CollectionSchema schema, boolean multiValued) {
    return schema.attributes().stream()
        .filter(attribute -> attribute.multiValued() == multiValued)
        .map(IndexAttribute::name)
        .sorted()
        .toList();
  }

  CollectionSchema schema() {
    return schema;
  }

  String name() {
    return schema.name();
  }

  /** The table of the documents. */
  String documents() {
    return "fs_c_" + name();
  }

  /** The table of the attributes with several values. */
  String values() {
    return "fs_i_" + name();
  }

  /** The attributes with at most one value, sorted. */
  List<String> singles() {
    return singles;
  }

  /** The attributes with several values, sorted. */
  List<String> multis() {
    return multis;
  }

  static String column(String attribute) {
    return "a_" + attribute;
  }

  /** The index on an attribute with at most one value. */
  String index(String attribute) {
    return documents() + "_x" + (singles.indexOf(attribute) + 1);
  }

  /** What the registry says: names in order, a star behind those with several values. */
  String describe() {
    return schema.attributes().stream()
        .map(each -> each.multiValued() ? each.name() + "*" : each.name())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
