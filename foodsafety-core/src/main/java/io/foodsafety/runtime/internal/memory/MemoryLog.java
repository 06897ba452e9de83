package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** The entries of a log; the one at index i has position i + 1. */
final class MemoryLog {

  private final List<LogEntry> entries = new ArrayList<>();

  void append(byte[] body) {
    entries.add(LogEntry.of(entries.size() + 1L, body));
  }

  long lastPosition() {
    return entries.size();
  }

  List<LogEntry> read(long after, int limit) {
    if (after < 0 || limit < 1) {
      throw new IllegalArgumentException(
          "The position (%d) must not be negative and the limit (%d) must be positive."
              .formatted(after, limit));
    }
    int from = (int) Math.min(after, entries.size());
    int to = (int) Math.min((long) from + limit, entries.size());
    return List.copyOf(entries.subList(from, to));
  }
}
