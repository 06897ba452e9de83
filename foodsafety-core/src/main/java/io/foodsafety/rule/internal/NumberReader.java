package io.foodsafety.rule.internal;

/** Reads what a {@link NumberWriter} has written. For one thread. */
final class NumberReader {

  private final byte[] bytes;
  private int at;

  NumberReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@return the next number} */
  long next() {
    byte next = bytes[at++];
    if (next >= 0) {
      return next;
    }
    long number = next & 0x7F;
    for (int shift = 7; next < 0; shift += 7) {
      next = bytes[at++];
      number |= (next & 0x7FL) << shift;
    }
    return number;
  }

  /** {@return the next number, which was written with its sign} */
  long nextSigned() {
    long number = next();
    return number >>> 1 ^ -(number & 1);
  }
}
