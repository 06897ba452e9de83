package io.foodsafety.benchmarks.rules;

import java.time.LocalDate;
import java.time.Period;

/** First days of the windows of the policy, since 1970-01-01; all end on the day of assessment. */
public final class Windows {

  /** Of 90 days. */
  public static final int DAYS_90 = first(Period.ofDays(90));

  /** Of one year. */
  public static final int YEAR_1 = first(Period.ofYears(1));

  /** Of two years. */
  public static final int YEARS_2 = first(Period.ofYears(2));

  /** Of three years. */
  public static final int YEARS_3 = first(Period.ofYears(3));

  /** Of the calendar year. */
  public static final int THIS_YEAR =
      (int) LocalDate.of(BenchmarkPolicy.DAY.getYear(), 1, 1).toEpochDay();

  /** Of the calendar year before. */
  public static final int LAST_YEAR =
      (int) LocalDate.of(BenchmarkPolicy.DAY.getYear() - 1, 1, 1).toEpochDay();

  private Windows() {}

  private static int first(Period length) {
    return (int) BenchmarkPolicy.DAY.minus(length).plusDays(1).toEpochDay();
  }
}
