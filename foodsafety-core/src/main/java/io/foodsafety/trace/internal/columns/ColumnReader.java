package io.foodsafety.trace.internal.columns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps the columns of a directory that a {@link ColumnWriter} wrote. Opening looks at headers only;
 * {@link #check} then reads everything, on whatever thread.
 */
public final class ColumnReader {

  private final Path directory;
  private final List<ColumnFile> files = new ArrayList<>();

  /** Reads from a directory. */
  public ColumnReader(Path directory) {
    this.directory = directory;
  }

  /**
   * A column of numbers.
   *
   * @throws IOException if its file is missing, is too short or too long, is of another version or
   *     belongs to another directory
   */
  public IntColumn ints(String name) throws IOException {
    ColumnFile file = open(name);
    if (file.length() > Integer.MAX_VALUE || file.length() % Integer.BYTES != 0) {
      throw new IOException("The file " + file.path() + " is no column of numbers.");
    }
    return new IntColumn(file.map(0, (int) file.length()));
  }

  /**
   * A column of numbers that grows on from what is in a file.
   *
   * @throws IOException as {@link #ints}
   */
  public GrowingInts growingInts(String name) throws IOException {
    return new GrowingInts(ints(name));
  }

  /**
   * A column of bytes that grows on from what is in a file.
   *
   * @throws IOException as {@link #ints}
   */
  public GrowingBytes growingBytes(String name) throws IOException {
    ColumnFile file = open(name);
    List<ByteBuffer> pieces = new ArrayList<>();
    for (long from = 0; from < file.length(); from += GrowingBytes.PIECE) {
      pieces.add(file.map(from, (int) Math.min(GrowingBytes.PIECE, file.length() - from)));
    }
    return new GrowingBytes(pieces, file.length());
  }

  /** Opens a file. */
  ColumnFile open(String name) throws IOException {
    ColumnFile file = ColumnFile.open(directory.resolve(name));
    if (!files.isEmpty() && files.get(0).stamp() != file.stamp()) {
      throw new IOException("The file " + file.path() + " belongs to another directory.");
    }
    files.add(file);
    return file;
  }

  /**
   * Reads all columns that were opened.
   *
   * @throws IOException if one is not what was written
   */
  public void check() throws IOException {
    for (ColumnFile file : List.copyOf(files)) {
      file.check();
    }
  }
}
