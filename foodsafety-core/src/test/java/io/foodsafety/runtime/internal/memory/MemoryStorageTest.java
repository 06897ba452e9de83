package io.foodsafety.runtime.internal.memory;

import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.util.Map;

class MemoryStorageTest extends StorageContract {

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(new MemoryStorageProvider(), Map.of());
  }
}
