package io.foodsafety.record.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sorts entries in a bounded part of the heap: what does not fit is written to files in sorted
 * runs, which are merged in the end. Used by one thread.
 */
final class ExternalSort implements Closeable {

  /** Most files that are open at once. */
  static final int MAX_RUNS = 64;

  private final TemporaryFolder folder;
  private final long buffer;
  private final List<Path> runs = new ArrayList<>();
  private List<SortEntry> held = new ArrayList<>();
  private long weight;

  /**
   * A sort.
   *
   * @param folder where files go
   * @param buffer about how many bytes of heap may be held
   */
  ExternalSort(TemporaryFolder folder, long buffer) {
    this.folder = folder;
    this.buffer = buffer;
  }

  void add(SortEntry entry) throws IOException {
    held.add(entry);
    weight += entry.weight();
    if (weight > buffer) {
      spill();
    }
  }

  private void spill() throws IOException {
    Collections.sort(held);
    Path file = folder.newFile();
    runs.add(file);
    SortRun.write(file, held.iterator());
    held = new ArrayList<>();
    weight = 0;
  }

  /** The entries in order; nothing may be added any more. To be closed before this sort. */
  SortMerge merge() throws IOException {
    while (runs.size() > MAX_RUNS) {
      List<Path> oldest = List.copyOf(runs.subList(0, MAX_RUNS));
      Path file = folder.newFile();
      runs.add(file);
      try (SortMerge merged = new SortMerge(oldest, List.of())) {
        SortRun.write(file, merged);
      }
      runs.removeAll(oldest);
      delete(oldest);
    }
    Collections.sort(held);
    return new SortMerge(runs, held);
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** Forgets the entries and deletes the files. */
  @Override
  public void close() throws IOException {
    held = List.of();
    delete(runs);
    runs.clear();
  }
}
