package io.foodsafety.model.time;

import io.foodsafety.model.internal.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as exactly as it is known: an instant, a day, a month ({@code 2024-05})
 * or a year ({@code 2024}). It happened somewhere within. Two are equal if {@link #toString} writes
 * them alike. Immutable.
 */
public final class EventTime {

  private final @Nullable Moment moment;
  private final @Nullable YearMonth month;
  private final @Nullable Year year;

  private EventTime(@Nullable Moment moment, @Nullable YearMonth month, @Nullable Year year) {
    this.moment = moment;
    this.month = month;
    this.year = year;
  }

  /**
   * A time that is known to the day or to the instant.
   *
   * @param moment the day or the instant
   * @return the time
   */
  public static EventTime of(Moment moment) {
    return new EventTime(Objects.requireNonNull(moment, "moment"), null, null);
  }

  /**
   * A time that is known to the month.
   *
   * @param month the month, in years 1 to 9999
   * @return the time
   * @throws IllegalArgumentException if the year is out of range
   */
  public static EventTime of(YearMonth month) {
    Checks.date("a month", month.atDay(1));
    return new EventTime(null, month, null);
  }

  /**
   * A time that is known to the year.
   *
   * @param year the year, 1 to 9999
   * @return the time
   * @throws IllegalArgumentException if the year is out of range
   */
  public static EventTime of(Year year) {
    Checks.date("a year", year.atDay(1));
    return new EventTime(null, null, year);
  }

  /**
   * Reads {@code 2024}, {@code 2024-05}, {@code 2024-05-02} or {@code 2024-05-02T10:15:00+08:00}.
   *
   * @param text an ISO 8601 year, month, date, or date and time with an offset or {@code Z}
   * @return the time
   * @throws IllegalArgumentException if the text is none of these
   */
  public static EventTime parse(String text) {
    try {
      if (text.length() == 4) {
        return of(Year.parse(text));
      }
      if (text.length() == 7) {
        return of(YearMonth.parse(text));
      }
      return of(Moment.parse(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The time (%s) must be a year, a month such as 2024-05, a date such as 2024-05-02 or a time with an offset such as 2024-05-02T10:15:00+08:00."
              .formatted(Checks.abbreviate(text)),
          e);
    }
  }

  /** {@return the day or the instant, if the time is known that well} */
  public Optional<Moment> moment() {
    return Optional.ofNullable(moment);
  }

  /**
   * The first instant at which it can have happened.
   *
   * @param zone the zone of the reader
   * @return the instant
   */
  public Instant startIn(ZoneId zone) {
    if (moment != null) {
      return moment.startIn(zone);
    }
    return firstDay().atStartOfDay(zone).toInstant();
  }

  /**
   * The instant at which it is over: of a day, month or year the start of the next; an instant is
   * its own end.
   *
   * @param zone the zone of the reader
   * @return the instant
   */
  public Instant endIn(ZoneId zone) {
    if (moment != null) {
      return moment.endIn(zone);
    }
    LocalDate next = month != null ? firstDay().plusMonths(1) : firstDay().plusYears(1);
    return next.atStartOfDay(zone).toInstant();
  }

  private LocalDate firstDay() {
    return month != null ? month.atDay(1) : Objects.requireNonNull(year).atDay(1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventTime that
        && Objects.equals(moment, that.moment)
        && Objects.equals(month, that.month)
        && Objects.equals(year, that.year);
  }

  @Override
  public int hashCode() {
    return Objects.hash(moment, month, year);
  }

  /** {@return the ISO 8601 text that {@link #parse} reads} */
  @Override
  public String toString() {
    if (moment != null) {
      return moment.toString();
    }
    return month != null
        ? month.toString()
        : "%04d".formatted(Objects.requireNonNull(year).getValue());
  }
}
