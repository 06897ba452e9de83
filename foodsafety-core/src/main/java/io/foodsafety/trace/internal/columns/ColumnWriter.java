package io.foodsafety.trace.internal.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Writes columns into a directory, one file each. The directory appears under its name when all of
 * it is on the disk, or not at all.
 */
public final class ColumnWriter {

  private static final String UNFINISHED = ".unfinished";

  private final Path directory;
  private final long stamp = ThreadLocalRandom.current().nextLong();

  private ColumnWriter(Path directory) {
    this.directory = directory;
  }

  /** What is written. */
  @FunctionalInterface
  public interface Content {

    /** Writes its columns. */
    void write(ColumnWriter writer) throws IOException;
  }

  /**
   * Makes a directory.
   *
   * @throws FileAlreadyExistsException if there is one of that name
   */
  public static void save(Path directory, Content content) throws IOException {
    if (Files.exists(directory)) {
      throw new FileAlreadyExistsException(directory.toString());
    }
    Path unfinished = directory.resolveSibling(directory.getFileName() + UNFINISHED);
    delete(unfinished);
    Files.createDirectories(unfinished);
    content.write(new ColumnWriter(unfinished));
    force(unfinished);
    Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Deletes a directory with its files, if it is there. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes a column of numbers. */
  public void ints(String name, IntColumn column) throws IOException {
    write(name, List.of(column.bytes()));
  }

  /** Writes a column of numbers. */
  public void ints(String name, GrowingInts column) throws IOException {
    write(name, column.parts());
  }

  /** Writes a column of bytes. */
  public void bytes(String name, GrowingBytes column) throws IOException {
    write(name, column.parts());
  }

  /** Writes a file. */
  void write(String name, Iterable<ByteBuffer> parts) throws IOException {
    ColumnFile.write(directory.resolve(name), stamp, parts);
  }

  /** Makes sure that the names in a directory are on the disk, where a system can do that. */
  private static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
