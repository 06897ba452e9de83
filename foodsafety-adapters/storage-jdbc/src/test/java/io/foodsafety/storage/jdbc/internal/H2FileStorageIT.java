package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class H2FileStorageIT extends StorageContract {

  @TempDir private Path folder;

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(
        new JdbcStorageProvider(),
        Map.of("url", "jdbc:h2:file:" + folder.resolve("city"), "pool", "4"));
  }
}
