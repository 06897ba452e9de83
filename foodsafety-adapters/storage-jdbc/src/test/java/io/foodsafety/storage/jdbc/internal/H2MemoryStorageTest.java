package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.util.Map;

class H2MemoryStorageTest extends StorageContract {

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(
        new JdbcStorageProvider(), Map.of("url", "jdbc:h2:mem:contract", "pool", "4"));
  }
}
