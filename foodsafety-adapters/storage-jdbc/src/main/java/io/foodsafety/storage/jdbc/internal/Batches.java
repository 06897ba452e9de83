package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.DocumentWrite;
import java.util.ArrayList;
import java.util.List;

/** Cuts writes into batches, because drivers hold a batch in memory. */
final class Batches {

  /** Most rows of a batch. */
  static final int ROWS = 1_000;

  /** Most index values that are inserted at once. */
  static final int VALUES = 5_000;

  private static final int BYTES = 8 << 20;

  private Batches() {}

  static List<List<DocumentWrite>> of(List<DocumentWrite> writes) {
    List<List<DocumentWrite>> batches = new ArrayList<>();
    int from = 0;
    long bytes = 0;
    for (int i = 0; i < writes.size(); i++) {
      bytes += writes.get(i).body().length;
      if (i + 1 - from == ROWS || bytes >= BYTES) {
        batches.add(writes.subList(from, i + 1));
        from = i + 1;
        bytes = 0;
      }
    }
    if (from < writes.size()) {
      batches.add(writes.subList(from, writes.size()));
    }
    return batches;
  }
}
