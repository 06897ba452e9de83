package io.foodsafety.rule.internal;

import java.util.Arrays;

/** Whole numbers in a row, each in as few bytes as the widest of them needs. */
final class IntArray {

  /** Some more than there are values, so that eight at a time can be read. */
  private byte[] bytes = new byte[16];

  private int[] ints = {};
  private long[] longs = {};
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void add(long value) {
    if (longs.length == 0 && ints.length == 0 && (byte) value == value) {
      if (size + Long.BYTES >= bytes.length) {
        bytes = Arrays.copyOf(bytes, grown());
      }
      bytes[size++] = (byte) value;
    } else {
      addWide(value);
    }
  }

  private int grown() {
    return size + (size >> 1) + 16;
  }

  private void addWide(long value) {
    if (longs.length == 0 && (int) value == value) {
      if (ints.length == 0) {
        widenToInts();
      }
      if (size == ints.length) {
        ints = Arrays.copyOf(ints, grown());
      }
      ints[size++] = (int) value;
      return;
    }
    if (longs.length == 0) {
      widenToLongs();
    }
    if (size == longs.length) {
      longs = Arrays.copyOf(longs, grown());
    }
    longs[size++] = value;
  }

  private void widenToInts() {
    ints = new int[Math.max(16, grown())];
    for (int i = 0; i < size; i++) {
      ints[i] = bytes[i];
    }
    bytes = new byte[0];
  }

  private void widenToLongs() {
    long[] wide = new long[Math.max(16, grown())];
    for (int i = 0; i < size; i++) {
      wide[i] = get(i);
    }
    longs = wide;
    ints = new int[0];
    bytes = new byte[0];
  }

  long get(int index) {
    if (longs.length > 0) {
      return longs[index];
    }
    return ints.length > 0 ? ints[index] : bytes[index];
  }

  /** Takes over the values of another one, which is not used any more. */
  void replaceBy(IntArray other) {
    bytes = other.bytes;
    ints = other.ints;
    longs = other.longs;
    size = other.size;
  }

  /** Which of some values, all 0 or 1, are 1. */
  void readFlags(int from, int count, long[] into) {
    Bits.gather(bytes, from, count, 0, into);
  }

  /** Copies values from an index on. */
  void read(int from, int count, long[] into) {
    if (longs.length > 0) {
      System.arraycopy(longs, from, into, 0, count);
    } else if (ints.length > 0) {
      for (int i = 0; i < count; i++) {
        into[i] = ints[from + i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        into[i] = bytes[from + i];
      }
    }
  }
}
