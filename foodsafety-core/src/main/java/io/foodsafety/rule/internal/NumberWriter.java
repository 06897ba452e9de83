package io.foodsafety.rule.internal;

import java.util.Arrays;

/** Writes whole numbers one after another, small ones in few bytes. For one thread. */
final class NumberWriter {

  private static final int MOST_BYTES = 10;

  private byte[] bytes = new byte[1024];
  private int size;

  void clear() {
    size = 0;
  }

  /** Writes a number that is seldom negative: a byte for each 7 bits, the lowest first. */
  void add(long number) {
    if (size + MOST_BYTES > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes a number of any sign. */
  void addSigned(long number) {
    add(number << 1 ^ number >> 63);
  }

  /** {@return what was written} */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
