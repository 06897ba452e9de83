package io.foodsafety.trace.internal.columns;

import org.jspecify.annotations.Nullable;

/** Reads bytes of a column one after the other. For one thread. */
public final class ByteCursor {

  private final GrowingBytes column;
  private long position;

  /** The bytes around the position, if they are on the heap; where they begin. */
  private byte @Nullable [] near;

  private long nearStart;
  private long nearEnd;

  /** A cursor at the beginning. */
  public ByteCursor(GrowingBytes column) {
    this.column = column;
  }

  /** Goes to a position. */
  public void moveTo(long newPosition) {
    position = newPosition;
  }

  /** The position of the next byte. */
  public long position() {
    return position;
  }

  /** The next byte. */
  public byte next() {
    byte[] bytes = near;
    if (bytes != null && position >= nearStart && position < nearEnd) {
      return bytes[(int) (position++ - nearStart)];
    }
    near = column.around(position);
    if (near != null) {
      nearStart = column.startOf(position);
      nearEnd = nearStart + near.length;
    }
    return column.get(position++);
  }

  /** The next bytes, copied. */
  public byte[] next(int length) {
    position += length;
    return column.get(position - length, length);
  }

  /** A number of 7 bits to a byte, lowest first. */
  public long nextNumber() {
    byte first = next();
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    for (int shift = 7; ; shift += 7) {
      byte each = next();
      value |= (each & 0x7FL) << shift;
      if (each >= 0) {
        return value;
      }
    }
  }

  /** A number with a sign: 0, -1, 1, -2 … */
  public long nextSigned() {
    long value = nextNumber();
    return value >>> 1 ^ -(value & 1);
  }

  /** Leaves a number out. */
  public void skipNumber() {
    while (next() < 0) {
      // the highest bit says that there is more
    }
  }
}
