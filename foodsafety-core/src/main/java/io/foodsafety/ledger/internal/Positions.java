package io.foodsafety.ledger.internal;

import java.util.Arrays;
import java.util.Optional;

/** Growing positions of a log, written as ranges such as {@code 1-17,19-1000}. Immutable. */
final class Positions {

  private final long[] values;

  private Positions(long[] values) {
    this.values = values;
    if (values.length == 0 || values.length > Seal.MAX_ENTRIES || values[0] < 1) {
      throw new IllegalArgumentException(
          "There must be 1 to %d positions, from 1.".formatted(Seal.MAX_ENTRIES));
    }
    for (int i = 1; i < values.length; i++) {
      if (values[i] <= values[i - 1]) {
        throw new IllegalArgumentException("Positions must grow.");
      }
    }
  }

  static Positions of(long... values) {
    return new Positions(values.clone());
  }

  /** Reads what {@link #toString} writes; throws IllegalArgumentException for anything else. */
  static Positions parse(String text) {
    long[] values = new long[Seal.MAX_ENTRIES];
    int count = 0;
    for (String range : text.split(",", -1)) {
      int dash = range.indexOf('-');
      long from = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
      long to = dash < 0 ? from : Long.parseLong(range.substring(dash + 1));
      if (from < 1 || to < from || to - from >= values.length - count) {
        throw new IllegalArgumentException("The range of positions is too long or ends too early.");
      }
      for (long value = from; value <= to; value++) {
        values[count++] = value;
      }
    }
    return new Positions(Arrays.copyOf(values, count));
  }

  /** The place of a position among these, from 0. */
  Optional<Integer> indexOf(long position) {
    int place = Arrays.binarySearch(values, position);
    return place < 0 ? Optional.empty() : Optional.of(place);
  }

  int count() {
    return values.length;
  }

  long at(int index) {
    return values[index];
  }

  long first() {
    return values[0];
  }

  long last() {
    return values[values.length - 1];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; ) {
      int end = i;
      while (end + 1 < values.length && values[end + 1] == values[end] + 1) {
        end++;
      }
      text.append(text.isEmpty() ? "" : ",").append(values[i]);
      if (end > i) {
        text.append('-').append(values[end]);
      }
      i = end + 1;
    }
    return text.toString();
  }
}
