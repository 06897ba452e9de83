package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.IntColumn;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The order of things that have numbers and never change, worked out once: numbers that have a rank
 * are sorted without a look at what they stand for. Immutable.
 */
final class Ranks {

  /** Nothing has a rank. */
  static final Ranks NONE = new Ranks(IntColumn.EMPTY, IntColumn.EMPTY);

  /** By number. */
  private final IntColumn ranks;

  /** By rank. */
  private final IntColumn numbers;

  private Ranks(IntColumn ranks, IntColumn numbers) {
    this.ranks = ranks;
    this.numbers = numbers;
  }

  /** The ranks that were saved. */
  static Ranks open(ColumnReader columns, String name) throws IOException {
    return new Ranks(columns.ints(name + ".ranks"), columns.ints(name + ".numbers"));
  }

  void save(ColumnWriter columns, String name) throws IOException {
    columns.ints(name + ".ranks", ranks);
    columns.ints(name + ".numbers", numbers);
  }

  /** How many numbers have a rank: all below this. */
  int size() {
    return ranks.length();
  }

  /**
   * The ranks of more numbers.
   *
   * @param count all numbers below this get one
   * @param order of two numbers; no two are equal
   */
  Ranks extended(int count, IntBinaryOperator order) {
    int known = numbers.length();
    int[] added = new int[count - known];
    for (int i = 0; i < added.length; i++) {
      added[i] = known + i;
    }
    sort(added, 0, added.length, order);
    IntColumn merged = new IntColumn(count);
    IntColumn newRanks = new IntColumn(count);
    int next = 0;
    for (int rank = 0, old = 0; rank < count; rank++) {
      boolean takesOld =
          next == added.length
              || (old < known && order.applyAsInt(numbers.get(old), added[next]) < 0);
      int number = takesOld ? numbers.get(old++) : added[next++];
      merged.set(rank, number);
      newRanks.set(number, rank);
    }
    return new Ranks(newRanks, merged);
  }

  /** Compares two numbers. */
  int compare(int one, int other, IntBinaryOperator order) {
    return one < ranks.length() && other < ranks.length()
        ? Integer.compare(ranks.get(one), ranks.get(other))
        : order.applyAsInt(one, other);
  }

  /** Sorts a part of an array of numbers. */
  void sort(int[] some, int from, int to, IntBinaryOperator order) {
    int[] part = Arrays.copyOfRange(some, from, to);
    int[] places = places(part, part.length, order);
    for (int i = 0; i < places.length; i++) {
      some[from + i] = part[places[i]];
    }
  }

  /** The places of the first of some numbers, in the order of those numbers. */
  int[] places(int[] some, int count, IntBinaryOperator order) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) key(some[i], order) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) keys[i];
    }
    for (int first = 0, end; first < count; first = end) {
      end = first + 1;
      while (end < count && keys[end] >>> Integer.SIZE == keys[first] >>> Integer.SIZE) {
        end++;
      }
      if (end > first + 1) {
        sortUnranked(places, first, end, (i, j) -> order.applyAsInt(some[i], some[j]));
      }
    }
    return places;
  }

  /** Odd for a number with a rank; else what lies between the ranks next to it. */
  private int key(int number, IntBinaryOperator order) {
    if (number < ranks.length()) {
      return 2 * ranks.get(number) + 1;
    }
    int low = 0;
    int high = numbers.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.applyAsInt(numbers.get(middle), number) < 0) {
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
