package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;

class PostgresStorageIT extends StorageContract {

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(new JdbcStorageProvider(), Postgres.newSchema());
  }
}
