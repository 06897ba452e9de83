package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Thousands of commits, each of which waits for its disk, and dozens of closings, each of which
 * gives back space; {@link H2FileIT} has a real disk and looks at the space.
 */
class H2FileStorageIT extends StorageContract {

  /** A folder in memory, where the system has a place for them. */
  static final class QuickFolder implements TempDirFactory {

    private static final Path IN_MEMORY = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.isWritable(IN_MEMORY)
          ? Files.createTempDirectory(IN_MEMORY, "foodsafety")
          : Files.createTempDirectory("foodsafety");
    }
  }

  @TempDir(factory = QuickFolder.class)
  private Path folder;

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(
        new JdbcStorageProvider(),
        Map.of(
            "url", "jdbc:h2:file:" + folder.resolve("city") + ";MAX_COMPACT_TIME=50", "pool", "4"));
  }
}
