package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.LogEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The entries of a log in the order of their positions, which have gaps only where told so. */
final class MemoryLog {

  private static final byte[] NO_BODY = {};

  private final List<LogEntry> entries = new ArrayList<>();

  void append(byte[] body) {
    append(lastPosition() + 1, body);
  }

  void append(long position, byte[] body) {
    entries.add(LogEntry.of(position, body));
  }

  long lastPosition() {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
  }

  List<LogEntry> read(long after, int limit) {
    if (after < 0 || limit < 1) {
      throw new IllegalArgumentException(
          "The position (%d) must not be negative and the limit (%d) must be positive."
              .formatted(after, limit));
    }
    int from = indexAfter(after);
    int to = (int) Math.min((long) from + limit, entries.size());
    return List.copyOf(entries.subList(from, to));
  }

  private int indexAfter(long position) {
    if (position <= entries.size() && hasNoGapBefore((int) position)) {
      return (int) position;
    }
    int found =
        Collections.binarySearch(
            entries, LogEntry.of(position, NO_BODY), Comparator.comparingLong(LogEntry::position));
    return found < 0 ? -found - 1 : found + 1;
  }

  /** Whether the first entries stand at the positions 1, 2 and so on. */
  private boolean hasNoGapBefore(int count) {
    return count == 0 || entries.get(count - 1).position() == count;
  }
}
