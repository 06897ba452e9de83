package io.foodsafety.trace.internal.columns;

/** Positions of up to 16 GB in 32 bits: what lies there begins at a multiple of 4. */
public final class Units {

  private static final long MAX_POSITION = 0xFFFFFFFFL << 2;

  private Units() {}

  /**
   * A position as a number.
   *
   * @throws IllegalStateException if the column is too long for that
   */
  public static int of(long position) {
    if (position > MAX_POSITION) {
      throw new IllegalStateException("A column of bytes cannot pass 16 GB.");
    }
    return (int) (position >>> 2);
  }

  /** The position. */
  public static long position(int number) {
    return (number & 0xFFFFFFFFL) << 2;
  }
}
