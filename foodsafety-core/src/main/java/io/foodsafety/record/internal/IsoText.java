package io.foodsafety.record.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates, times and moments; null means that a text is none. Dates take a short way, for every
 * fact has one or two.
 */
final class IsoText {

  private static final int DATE_LENGTH = 10;

  private IsoText() {}

  /** A date of the years 1 to 9999, {@code 2024-05-02}. */
  static @Nullable LocalDate date(String text) {
    if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, DATE_LENGTH);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null; // such as 30 February
    }
  }

  /** A date, or a time with an offset. */
  static @Nullable Moment moment(String text) {
    LocalDate date = date(text);
    if (date != null) {
      return Moment.of(date);
    }
    try {
      return Moment.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A year, a month, a date, or a time with an offset. */
  static @Nullable EventTime eventTime(String text) {
    LocalDate date = date(text);
    if (date != null) {
      return EventTime.of(Moment.of(date));
    }
    try {
      return EventTime.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A time with an offset. */
  static @Nullable Instant instant(String text) {
    Moment moment = moment(text);
    return moment == null ? null : moment.instant().orElse(null);
  }

  /** The number in some characters, or -1 if they are not all digits. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
