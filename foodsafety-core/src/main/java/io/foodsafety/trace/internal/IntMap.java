package io.foodsafety.trace.internal;

/** Numbers by numbers that are not negative, as many as were expected. For one thread. */
final class IntMap {

  /** There is no number. */
  static final int NONE = -1;

  private final long[] entries;

  /** An empty map for so many numbers. */
  IntMap(int expected) {
    entries = new long[Math.max(4, Integer.highestOneBit(Math.max(1, expected)) * 4)];
  }

  void put(int key, int value) {
    entries[slot(key)] = ((long) (key + 1) << Integer.SIZE) | value;
  }

  int get(int key) {
    long entry = entries[slot(key)];
    return entry == 0 ? NONE : (int) entry;
  }

  private int slot(int key) {
    int mask = entries.length - 1;
    int slot = (key * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(entries.length) + 1);
    while (entries[slot] != 0 && (int) (entries[slot] >>> Integer.SIZE) != key + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
