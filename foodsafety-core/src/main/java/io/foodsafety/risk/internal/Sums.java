package io.foodsafety.risk.internal;

/** Adds up columns of numbers, several at a time so that the sums are read less often. */
final class Sums {

  private Sums() {}

  /** Adds some of the columns to sums. */
  static void add(long[][] columns, int[] of, long[] into, int count) {
    int i = 0;
    for (; i + 4 <= of.length; i += 4) {
      add(columns[of[i]], columns[of[i + 1]], columns[of[i + 2]], columns[of[i + 3]], into, count);
    }
    for (; i < of.length; i++) {
      add(columns[of[i]], into, count);
    }
  }

  private static void add(long[] a, long[] b, long[] c, long[] d, long[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += a[i] + b[i] + c[i] + d[i];
    }
  }

  private static void add(long[] more, long[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += more[i];
    }
  }
}
