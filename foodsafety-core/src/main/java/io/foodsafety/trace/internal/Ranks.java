package io.foodsafety.trace.internal;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The order of things that have numbers and never change, worked out once: numbers that have a rank
 * are sorted without a look at what they stand for. Immutable.
 */
final class Ranks {

  /** Nothing has a rank. */
  static final Ranks NONE = new Ranks(new int[0], new int[0]);

  /** By number. */
  private final int[] ranks;

  /** By rank. */
  private final int[] numbers;

  private Ranks(int[] ranks, int[] numbers) {
    this.ranks = ranks;
    this.numbers = numbers;
  }

  /** How many numbers have a rank: all below this. */
  int size() {
    return ranks.length;
  }

  /**
   * The ranks of more numbers.
   *
   * @param count all numbers below this get one
   * @param order of two numbers; no two are equal
   */
  Ranks extended(int count, IntBinaryOperator order) {
    int known = numbers.length;
    int[] added = new int[count - known];
    for (int i = 0; i < added.length; i++) {
      added[i] = known + i;
    }
    sort(added, 0, added.length, order);
    int[] merged = new int[count];
    int[] newRanks = new int[count];
    int next = 0;
    for (int rank = 0, old = 0; rank < count; rank++) {
      boolean takesOld =
          next == added.length || (old < known && order.applyAsInt(numbers[old], added[next]) < 0);
      int number = takesOld ? numbers[old++] : added[next++];
      merged[rank] = number;
      newRanks[number] = rank;
    }
    return new Ranks(newRanks, merged);
  }

  /** Sorts a part of an array of numbers. */
  void sort(int[] some, int from, int to, IntBinaryOperator order) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = (long) key(some[i], order) << Integer.SIZE | some[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      some[from + i] = (int) keys[i];
    }
    for (int first = 0, end; first < keys.length; first = end) {
      end = first + 1;
      while (end < keys.length && keys[end] >>> Integer.SIZE == keys[first] >>> Integer.SIZE) {
        end++;
      }
      if (end > first + 1) {
        sortUnranked(some, from + first, from + end, order);
      }
    }
  }

  /** Odd for a number with a rank; else what lies between the ranks next to it. */
  private int key(int number, IntBinaryOperator order) {
    if (number < ranks.length) {
      return 2 * ranks[number] + 1;
    }
    int low = 0;
    int high = numbers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.applyAsInt(numbers[middle], number) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }

  private static void sortUnranked(int[] some, int from, int to, IntBinaryOperator order) {
    Integer[] boxed = new Integer[to - from];
    Arrays.setAll(boxed, i -> some[from + i]);
    Arrays.sort(boxed, order::applyAsInt);
    for (int i = 0; i < boxed.length; i++) {
      some[from + i] = boxed[i];
    }
  }
}
