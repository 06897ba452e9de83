package io.foodsafety.model.time;

import io.foodsafety.model.internal.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something happened: a calendar date (the whole day, in a zone that the reader supplies) or
 * an instant. Years run from 1 to 9999. Two moments are equal if they are written alike; an instant
 * is written in UTC. Immutable.
 */
public final class Moment {

  private static final int MIN_YEAR = 1;
  private static final int MAX_YEAR = 9999;

  private final @Nullable LocalDate date;
  private final @Nullable Instant instant;

  private Moment(@Nullable LocalDate date, @Nullable Instant instant) {
    this.date = date;
    this.instant = instant;
  }

  /**
   * A whole day.
   *
   * @param date the date, in years 1 to 9999
   * @return the moment
   * @throws IllegalArgumentException if the year is out of range
   */
  public static Moment of(LocalDate date) {
    checkYear(date.getYear());
    return new Moment(date, null);
  }

  /**
   * An instant.
   *
   * @param instant the instant, in years 1 to 9999 (UTC)
   * @return the moment
   * @throws IllegalArgumentException if the year is out of range
   */
  public static Moment of(Instant instant) {
    checkYear(instant.atOffset(ZoneOffset.UTC).getYear());
    return new Moment(null, instant);
  }

  /**
   * Reads {@code 2024-05-02} or {@code 2024-05-02T10:15:00+08:00}.
   *
   * @param text an ISO 8601 date, or date and time with an offset or {@code Z}
   * @return the moment
   * @throws IllegalArgumentException if the text is neither
   */
  public static Moment parse(String text) {
    try {
      if (text.length() == 10) {
        return of(LocalDate.parse(text));
      }
      if (text.indexOf('T') == 10) {
        return of(OffsetDateTime.parse(text).toInstant());
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(describe(text), e);
    }
    throw new IllegalArgumentException(describe(text));
  }

  private static String describe(String text) {
    return "The moment (%s) must be a date such as 2024-05-02 or a time with an offset such as 2024-05-02T10:15:00+08:00."
        .formatted(Checks.abbreviate(text));
  }

  private static void checkYear(int year) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw new IllegalArgumentException(
          "The year (%d) must lie between 1 and 9999.".formatted(year));
    }
  }

  /** {@return whether this is a whole day} */
  public boolean isDate() {
    return date != null;
  }

  /** {@return the date, if this is a whole day} */
  public Optional<LocalDate> date() {
    return Optional.ofNullable(date);
  }

  /** {@return the instant, if this is one} */
  public Optional<Instant> instant() {
    return Optional.ofNullable(instant);
  }

  /**
   * The day it falls on.
   *
   * @param zone the zone of the reader
   * @return the date
   */
  public LocalDate dateIn(ZoneId zone) {
    return date != null ? date : Objects.requireNonNull(instant).atZone(zone).toLocalDate();
  }

  /**
   * Its first instant: of a date, the start of the day.
   *
   * @param zone the zone of the reader
   * @return the instant
   */
  public Instant startIn(ZoneId zone) {
    return date != null ? date.atStartOfDay(zone).toInstant() : Objects.requireNonNull(instant);
  }

  /**
   * The instant at which it is over: of a date, the start of the next day; an instant is its own
   * end.
   *
   * @param zone the zone of the reader
   * @return the instant
   */
  public Instant endIn(ZoneId zone) {
    return date != null
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : Objects.requireNonNull(instant);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moment that
        && Objects.equals(date, that.date)
        && Objects.equals(instant, that.instant);
  }

  @Override
  public int hashCode() {
    return Objects.hash(date, instant);
  }

  /** {@return the ISO 8601 text that {@link #parse} reads} */
  @Override
  public String toString() {
    return date != null ? date.toString() : Objects.requireNonNull(instant).toString();
  }
}
