package io.foodsafety.risk.internal;

import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

/** Reads periods, which are at most a hundred years long. */
final class Periods {

  private static final LocalDate ORIGIN = LocalDate.EPOCH;
  private static final LocalDate LATEST = ORIGIN.plusYears(100);
  private static final LocalDate EARLIEST = ORIGIN.minusYears(100);

  private Periods() {}

  /** A period that is longer than nothing. */
  static Period length(SourceNode node, IssueCollector issues) {
    Period period = ObjectReader.period(node, issues);
    if (period.isNegative() || period.isZero() || isTooLong(period)) {
      throw ObjectReader.badValue(
          node,
          period.toString(),
          "It must be positive and at most a hundred years.",
          "a period such as P1Y or P90D",
          issues);
    }
    return period;
  }

  /** A period by which a date is moved, either way. */
  static Period shift(SourceNode node, IssueCollector issues) {
    Period period = ObjectReader.period(node, issues);
    if (isTooLong(period)) {
      throw ObjectReader.badValue(
          node,
          period.toString(),
          "It must be at most a hundred years.",
          "a period such as P3M or -P1Y",
          issues);
    }
    return period;
  }

  private static boolean isTooLong(Period period) {
    try {
      LocalDate moved = ORIGIN.plus(period);
      return moved.isAfter(LATEST) || moved.isBefore(EARLIEST);
    } catch (DateTimeException | ArithmeticException e) {
      return true;
    }
  }
}
