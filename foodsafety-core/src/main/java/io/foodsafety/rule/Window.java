package io.foodsafety.rule;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which facts an aggregate sees, by time. Facts after the point of assessment are never seen. A
 * fact's day is taken in the policy's zone; bounds are whole days.
 */
public sealed interface Window {

  /**
   * Days in a row.
   *
   * @param first the first day
   * @param last the last day
   */
  record Days(LocalDate first, LocalDate last) {
    /**
     * All days from one on.
     *
     * @param first the first day
     * @return the days
     */
    public static Days from(LocalDate first) {
      return new Days(first, LocalDate.MAX);
    }

    /**
     * Whether a day is one of them.
     *
     * @param day the day
     * @return true from the first to the last day, both included
     */
    public boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** All facts up to the assessment. */
  record Everything() implements Window {}

  /**
   * The time that ends with the day of assessment. It begins the day after the same day one length
   * earlier: {@code P1Y} on 2025-03-01 begins on 2024-03-02. Where a month has no such day its last
   * day takes its place: {@code P1Y} on 2024-02-29 begins on 2023-03-01.
   *
   * @param length a positive period
   */
  record Rolling(Period length) implements Window {
    /**
     * Its days.
     *
     * @param today the day of assessment
     * @return from its first day on
     */
    public Days days(LocalDate today) {
      return Days.from(today.minus(length).plusDays(1));
    }
  }

  /** A unit of the calendar. */
  enum CalendarUnit {
    /** From Monday to Sunday (ISO 8601). */
    WEEK,
    /** From the first to the last day of a month. */
    MONTH,
    /** Three months, from January, April, July or October. */
    QUARTER,
    /** From 1 January to 31 December. */
    YEAR
  }

  /**
   * A unit of the calendar, up to the day of assessment.
   *
   * @param unit the unit
   * @param offset 0 for the unit of the day of assessment, -1 for the one before, and so on
   */
  record Calendar(CalendarUnit unit, int offset) implements Window {
    /**
     * Its days.
     *
     * @param today the day of assessment
     * @return the first and the last day of the unit
     */
    public Days days(LocalDate today) {
      return switch (unit) {
        case WEEK -> {
          LocalDate begin = today.minusDays(today.getDayOfWeek().getValue() - 1L);
          yield new Days(begin.plusWeeks(offset), begin.plusWeeks(offset + 1L).minusDays(1));
        }
        case MONTH -> months(today.withDayOfMonth(1), 1);
        case QUARTER ->
            months(today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3), 3);
        case YEAR -> months(today.withDayOfYear(1), 12);
      };
    }

    private Days months(LocalDate begin, long length) {
      LocalDate first = begin.plusMonths(length * offset);
      return new Days(first, first.plusMonths(length).minusDays(1));
    }
  }

  /**
   * Periods that begin on an anchor date, and every length after it; the one that holds the day of
   * assessment, or an earlier one. Each begin is computed from the anchor, so that 29 February
   * comes back in leap years. Before the anchor there is no period, and the aggregate is unknown.
   *
   * @param anchor the date on which the first period begins
   * @param every the length of a period, positive
   * @param offset 0 for the period of the day of assessment, -1 for the one before, and so on
   */
  record Anchored(Expr anchor, Period every, int offset) implements Window {
    /**
     * Its days.
     *
     * @param from the anchor date
     * @param today the day of assessment
     * @return the first and the last day of the period; nothing if there is none
     */
    public Optional<Days> days(LocalDate from, LocalDate today) {
      int period = today.isBefore(from) ? -1 : periodOf(from, today) + offset;
      return period < 0
          ? Optional.empty()
          : Optional.of(
              new Days(
                  from.plus(every.multipliedBy(period)),
                  from.plus(every.multipliedBy(period + 1)).minusDays(1)));
    }

    /** The number, from 0, of the period that holds a day on or after the anchor. */
    private int periodOf(LocalDate from, LocalDate today) {
      long length = Math.max(1, ChronoUnit.DAYS.between(from, from.plus(every)));
      int period = (int) (ChronoUnit.DAYS.between(from, today) / length);
      while (period > 0 && from.plus(every.multipliedBy(period)).isAfter(today)) {
        period--;
      }
      while (!from.plus(every.multipliedBy(period + 1)).isAfter(today)) {
        period++;
      }
      return period;
    }
  }

  /**
   * From a date on, itself included.
   *
   * @param from the date
   */
  record Since(Expr from) implements Window {}

  /**
   * Facts whose duration holds the day of assessment: begun, and not over. A fact without an end is
   * in force; one that ends on a date is in force on that date.
   */
  record InForce() implements Window {}

  /**
   * Of all periods of a length that begin on the day of a fact, the one in which the aggregate is
   * highest; among equals the latest. Without any fact the aggregate is taken over none.
   *
   * @param length the length of the period, positive: {@code P30D} from 1 May ends with 30 May
   * @param within the facts that count at all
   */
  record Sliding(Period length, Window within) implements Window {}
}
