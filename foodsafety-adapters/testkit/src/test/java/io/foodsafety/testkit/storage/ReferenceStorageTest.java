package io.foodsafety.testkit.storage;

import java.util.Map;
import java.util.Set;

class ReferenceStorageTest extends StorageContract {

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(
        new ReferenceProvider(Set.of(), schema -> new ReferenceStorage(new ReferenceModel(schema))),
        Map.of());
  }
}
