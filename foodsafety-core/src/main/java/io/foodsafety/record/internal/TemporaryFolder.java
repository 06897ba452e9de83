package io.foodsafety.record.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only this user can read, made when the first file is asked for and deleted with all
 * files when it is closed.
 */
final class TemporaryFolder implements Closeable {

  private final Path parent;
  private @Nullable Path folder;
  private int files;

  TemporaryFolder(Path parent) {
    this.parent = parent;
  }

  /** A path in the folder that is not used yet. */
  Path newFile() throws IOException {
    Path existing = folder;
    if (existing == null) {
      existing = Files.createTempDirectory(parent, "foodsafety-sort-");
      folder = existing;
    }
    return existing.resolve("run-" + files++);
  }

  @Override
  public void close() throws IOException {
    if (folder == null) {
      return;
    }
    List<Path> left;
    try (Stream<Path> paths = Files.list(folder)) {
      left = paths.toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
    folder = null;
  }
}
