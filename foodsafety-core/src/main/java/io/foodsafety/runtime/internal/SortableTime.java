package io.foodsafety.runtime.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments as texts whose order by code point is their order in time: a date as such, an instant in
 * UTC with nine decimals. A date comes before the instants of its day; as its zone is the reader's,
 * a reader asks for a day more at either end.
 */
final class SortableTime {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SortableTime() {}

  static String of(Moment moment) {
    return moment
        .date()
        .map(LocalDate::toString)
        .orElseGet(() -> INSTANT.format(moment.startIn(ZoneOffset.UTC)));
  }

  /** A month or a year is its text, which comes before its days; a reader asks from there on. */
  static String of(EventTime time) {
    return time.moment().map(SortableTime::of).orElseGet(time::toString);
  }

  /**
   * The least text of what may happen on a day or later, in any zone; null if that is everything.
   */
  static @Nullable String from(LocalDate day) {
    return day.getYear() < 2 ? null : day.minusDays(1).toString();
  }

  /** The text before which everything lies that happens on a day or earlier, in any zone. */
  static @Nullable String behind(LocalDate day) {
    if (day.getYear() > 9998) {
      return null;
    }
    // Nothing happens before the year 1, and "0" comes before all that does.
    return day.getYear() < 1 ? "0" : day.plusDays(2).toString();
  }
}
