package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A document and the values of its index attributes.
 *
 * @param document what a reader gets
 * @param values the values by attribute, without those that have none
 */
record StoredDocument(Document document, Map<String, List<String>> values) {

  static StoredDocument of(DocumentWrite write, List<IndexAttribute> attributes) {
    Map<String, List<String>> values = new HashMap<>();
    for (IndexAttribute attribute : attributes) {
      List<String> given = write.values(attribute.name());
      if (!given.isEmpty()) {
        values.put(attribute.name(), given);
      }
    }
    Document document = Document.of(write.id(), write.expectedVersion() + 1, write.body());
    return new StoredDocument(document, Map.copyOf(values));
  }

  List<String> valuesOf(String attribute) {
    return values.getOrDefault(attribute, List.of());
  }

  /** The value of an attribute with at most one; empty if there is none. */
  String valueOf(String attribute) {
    List<String> all = valuesOf(attribute);
    return all.isEmpty() ? "" : all.get(0);
  }
}
