package io.foodsafety.rule.internal;

/** How gathered facts become one value. For one thread; each result is read before the next. */
abstract class Fold {

  /** The result: its value, and its denominator if the fold gives fractions. */
  long value;

  long denominator = 1;

  /** Whether the result is unknown. */
  boolean isUnknown;

  /** Whether only the interpreter can tell the result. */
  boolean isUndecided;

  /** Folds rows, from an index to below another. */
  abstract void fold(int[] rows, int begin, int end);

  final void reset() {
    value = 0;
    denominator = 1;
    isUnknown = false;
    isUndecided = false;
  }

  final void set(long newValue) {
    reset();
    value = newValue;
  }

  final void set(long numerator, long newDenominator) {
    reset();
    value = numerator;
    denominator = newDenominator;
  }

  final void setUnknown() {
    reset();
    isUnknown = true;
  }

  final void setUndecided() {
    reset();
    isUndecided = true;
  }

  final void setFrom(Register register, int row) {
    if (register.isUnknown(row)) {
      setUnknown();
    } else {
      set(register.get(row), register.isFraction ? register.denominators[row] : 1);
    }
  }

  final void setFrom(Fold other) {
    set(other.value, other.denominator);
    isUnknown = other.isUnknown;
    isUndecided = other.isUndecided;
  }
}
