package io.foodsafety.rule.internal;

import io.foodsafety.rule.Aggregate;
import java.util.Arrays;

/** Values gathered from facts or groups, all decimals of one scale or all fractions. */
final class Numbers {

  private static final int MOST_FRACTIONS = 1000;

  private final boolean areFractions;
  private final long unit;
  private long[] values = new long[16];
  private long[] denominators = new long[16];
  private int size;

  Numbers(boolean areFractions, int scale) {
    this.areFractions = areFractions;
    this.unit = Decimals.power(scale);
  }

  void clear() {
    size = 0;
  }

  void add(long value, long denominator) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      denominators = Arrays.copyOf(denominators, 2 * size);
    }
    values[size] = value;
    denominators[size++] = denominator;
  }

  /** The aggregate, as the result of a fold. */
  void aggregate(Aggregate aggregate, Fold result) {
    switch (aggregate) {
      case COUNT -> result.set(size);
      case SUM -> sum(result);
      case MEAN -> mean(result);
      case MAX, MIN -> extreme(aggregate == Aggregate.MAX, result);
      case DISTINCT -> distinct(result);
      default -> throw new IllegalArgumentException(aggregate + " takes no values.");
    }
  }

  private void sum(Fold result) {
    if (areFractions) {
      sumOfFractions(result);
      return;
    }
    long sum = 0;
    for (int i = 0; i < size; i++) {
      long next = sum + values[i];
      if (((sum ^ next) & (values[i] ^ next)) < 0) {
        result.setUndecided();
        return;
      }
      sum = next;
    }
    result.set(sum);
  }

  /** Of one sign only, so that nothing cancels out, and not of thousands. */
  private void sumOfFractions(Fold result) {
    long sum = 0;
    long below = 1;
    for (int i = 0; i < size; i++) {
      boolean sameBelow = denominators[i] == below;
      long left = sameBelow ? 1 : denominators[i];
      long right = sameBelow ? 1 : below;
      if (size > MOST_FRACTIONS
          || Long.signum(sum) * Long.signum(values[i]) < 0
          || Decimals.overflows(sum, left)
          || Decimals.overflows(values[i], right)
          || Decimals.overflows(below, left)
          || Math.abs(sum * left) > Long.MAX_VALUE / 2
          || Math.abs(values[i] * right) > Long.MAX_VALUE / 2) {
        result.setUndecided();
        return;
      }
      sum = sum * left + values[i] * right;
      below *= left;
    }
    result.set(sum, below);
  }

  private void mean(Fold result) {
    if (size == 0) {
      result.setUnknown();
      return;
    }
    sum(result);
    if (result.isUndecided) {
      return;
    }
    long count = areFractions ? size : size * unit;
    if (Decimals.overflows(result.denominator, count) || Decimals.overflows(size, unit)) {
      result.setUndecided();
    } else {
      result.set(result.value, result.denominator * count);
    }
  }

  private void extreme(boolean greatest, Fold result) {
    if (size == 0) {
      result.setUnknown();
      return;
    }
    int best = 0;
    for (int i = 1; i < size; i++) {
      int order =
          areFractions
              ? Decimals.compare(values[i], denominators[i], values[best], denominators[best])
              : Long.compare(values[i], values[best]);
      if (greatest ? order >= 0 : order <= 0) {
        best = i;
      }
    }
    result.set(values[best], areFractions ? denominators[best] : 1);
  }

  /** How many are different. Fractions are left to the interpreter. */
  private void distinct(Fold result) {
    if (areFractions && size > 1) {
      result.setUndecided();
      return;
    }
    if (size <= 16) {
      int count = 0;
      for (int i = 0; i < size; i++) {
        int earlier = 0;
        while (values[earlier] != values[i]) {
          earlier++;
        }
        count += earlier == i ? 1 : 0;
      }
      result.set(count);
      return;
    }
    Arrays.sort(values, 0, size);
    int count = 1;
    for (int i = 1; i < size; i++) {
      count += values[i] == values[i - 1] ? 0 : 1;
    }
    result.set(count);
  }
}
