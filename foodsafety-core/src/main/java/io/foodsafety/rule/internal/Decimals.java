package io.foodsafety.rule.internal;

import java.math.BigDecimal;

/** Decimals as whole numbers of units of a scale. */
public final class Decimals {

  /** What literals and columns stay below, so that two of them can be added. */
  public static final BigDecimal LIMIT = BigDecimal.valueOf(1L << 62);

  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Decimals() {}

  /** Ten to the power of 0 to 18. */
  public static long power(int exponent) {
    return POWERS[exponent];
  }

  /** Whether a product needs more than 64 bits. */
  public static boolean overflows(long left, long right) {
    return Math.multiplyHigh(left, right) != (left * right) >> 63;
  }

  /** A quotient rounded half up, away from zero at a tie; the divisor is positive. */
  public static long divideHalfUp(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long rest = Math.abs(dividend % divisor);
    return rest >= divisor - rest ? quotient + Long.signum(dividend) : quotient;
  }

  /** Whether a quotient lies in the middle between two whole numbers; the divisor is positive. */
  static boolean isTie(long dividend, long divisor) {
    long rest = Math.abs(dividend % divisor);
    return rest == divisor - rest;
  }

  /** Compares two fractions with positive denominators, in 128 bits. */
  static int compare(long num, long den, long otherNum, long otherDen) {
    long high = Math.multiplyHigh(num, otherDen);
    long otherHigh = Math.multiplyHigh(otherNum, den);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(num * otherDen, otherNum * den);
  }
}
