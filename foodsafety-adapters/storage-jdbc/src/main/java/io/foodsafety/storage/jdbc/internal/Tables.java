package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of a schema by the names that the core uses. Immutable. */
final class Tables {

  private final Map<String, CollectionTable> collections;
  private final Map<String, LogTable> logs;

  private Tables(Map<String, CollectionTable> collections, Map<String, LogTable> logs) {
    this.collections = collections;
    this.logs = logs;
  }

  static Tables of(StorageSchema schema) {
    return new Tables(
        schema.collections().stream()
            .collect(Collectors.toUnmodifiableMap(CollectionSchema::name, CollectionTable::new)),
        schema.logs().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), LogTable::new)));
  }

  CollectionTable collection(String name) {
    return declared("collection", collections, name);
  }

  LogTable log(String name) {
    return declared("log", logs, name);
  }

  private static <T> T declared(String what, Map<String, T> tables, String name) {
    T table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "The %s (%s) is unknown; known are %s."
              .formatted(what, name, tables.keySet().stream().sorted().toList()));
    }
    return table;
  }
}
