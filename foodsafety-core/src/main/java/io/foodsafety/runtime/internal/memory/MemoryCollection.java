package io.foodsafety.runtime.internal.memory;

import io.foodsafety.fact.CodePointOrder;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.IndexAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The documents of a collection by id, and one sorted index for each attribute. */
final class MemoryCollection {

  private final CollectionSchema schema;
  private final NavigableMap<String, StoredDocument> documents =
      new TreeMap<>(CodePointOrder.INSTANCE);
  private final Map<String, NavigableSet<IndexKey>> indexes = new HashMap<>();

  MemoryCollection(CollectionSchema schema) {
    this.schema = schema;
    for (IndexAttribute attribute : schema.attributes()) {
      indexes.put(attribute.name(), new TreeSet<>(IndexKey.ORDER));
    }
  }

  CollectionSchema schema() {
    return schema;
  }

  NavigableMap<String, StoredDocument> documents() {
    return documents;
  }

  /** The index of an attribute. For an attribute with at most one value it holds every document. */
  NavigableSet<IndexKey> index(String attribute) {
    return Objects.requireNonNull(indexes.get(attribute), attribute);
  }

  @Nullable StoredDocument find(String id) {
    return documents.get(id);
  }

  long version(String id) {
    StoredDocument stored = documents.get(id);
    return stored == null ? 0 : stored.document().version();
  }

  /** Puts a document in its place, or none, and returns what was there before. */
  @Nullable StoredDocument set(String id, @Nullable StoredDocument next) {
    StoredDocument previous = next == null ? documents.remove(id) : documents.put(id, next);
    for (IndexAttribute attribute : schema.attributes()) {
      NavigableSet<IndexKey> index = index(attribute.name());
      if (previous != null) {
        indexed(attribute, previous).forEach(value -> index.remove(new IndexKey(value, id)));
      }
      if (next != null) {
        indexed(attribute, next).forEach(value -> index.add(new IndexKey(value, id)));
      }
    }
    return previous;
  }

  private static List<String> indexed(IndexAttribute attribute, StoredDocument stored) {
    return attribute.multiValued()
        ? stored.valuesOf(attribute.name())
        : List.of(stored.valueOf(attribute.name()));
  }
}
