package io.foodsafety.ledger.internal;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterators;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of byte strings, as unsigned bytes, within bounded memory: what does not fit
 * goes to temporary files, which closing deletes. First all strings are added, then they are read
 * once. Used by one thread; a full disk is an {@link UncheckedIOException}.
 */
final class SortedBytes implements Closeable {

  private static final int OVERHEAD = 24;
  private static final int MAX_FILES = 64;

  private final int maxBytes;
  private final List<byte[]> buffer = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Closeable> open = new ArrayList<>();
  private int bytes;

  /** A sorter that holds about so many bytes in memory. */
  SortedBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(byte[] value) {
    buffer.add(value);
    bytes += value.length + OVERHEAD;
    if (bytes > maxBytes) {
      buffer.sort(Arrays::compareUnsigned);
      write(buffer.iterator());
      buffer.clear();
      bytes = 0;
      if (files.size() == MAX_FILES) {
        mergeFiles();
      }
    }
  }

  /** All strings in order. */
  Iterator<byte[]> sorted() {
    buffer.sort(Arrays::compareUnsigned);
    List<Iterator<byte[]>> runs = new ArrayList<>();
    runs.add(buffer.iterator());
    files.forEach(file -> runs.add(read(file)));
    return Iterators.mergeSorted(runs, Arrays::compareUnsigned);
  }

  private void mergeFiles() {
    List<Path> merged = List.copyOf(files);
    List<Iterator<byte[]>> runs = merged.stream().map(this::read).toList();
    write(Iterators.mergeSorted(runs, Arrays::compareUnsigned));
    close(open);
    merged.forEach(SortedBytes::delete);
    files.removeAll(merged);
  }

  private void write(Iterator<byte[]> values) {
    try {
      Path file = Files.createTempFile("foodsafety-ledger-", ".sort");
      files.add(file);
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
        while (values.hasNext()) {
          byte[] value = values.next();
          out.writeInt(value.length);
          out.write(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Iterator<byte[]> read(Path file) {
    try {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      open.add(in);
      return new AbstractIterator<>() {
        @Override
        protected byte @Nullable [] computeNext() {
          try {
            return in.readNBytes(in.readInt());
          } catch (EOFException e) {
            return endOfData();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    close(open);
    files.forEach(SortedBytes::delete);
    files.clear();
    buffer.clear();
  }

  private static void close(List<Closeable> streams) {
    for (Closeable stream : streams) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    streams.clear();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
