package com.example.foodsafety.sqlite;

import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest extends StorageContract {

  @TempDir private Path folder;

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(
        new SqlitePlugin(), Map.of("file", folder.resolve("city.db").toString()));
  }
}
