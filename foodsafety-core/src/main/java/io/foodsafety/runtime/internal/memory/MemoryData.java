package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** All collections and logs of a storage. Guarded by the storage's lock. */
final class MemoryData {

  private final StorageSchema schema;
  private final Map<String, MemoryCollection> collections = new HashMap<>();
  private final Map<String, MemoryLog> logs = new HashMap<>();

  MemoryData(StorageSchema schema) {
    this.schema = schema;
    for (CollectionSchema collection : schema.collections()) {
      collections.put(collection.name(), new MemoryCollection(collection));
    }
    schema.logs().forEach(log -> logs.put(log, new MemoryLog()));
  }

  MemoryCollection collection(String name) {
    MemoryCollection found = collections.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "The collection (%s) is unknown; known are %s."
              .formatted(
                  name,
                  schema.collections().stream().map(CollectionSchema::name).sorted().toList()));
    }
    return found;
  }

  MemoryLog log(String name) {
    schema.checkLog(name);
    return Objects.requireNonNull(logs.get(name));
  }
}
