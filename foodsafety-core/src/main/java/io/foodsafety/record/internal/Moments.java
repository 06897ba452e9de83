package io.foodsafety.record.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.RecordIssues;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Judges the times of one record in the zone of the reader. */
record Moments(Instant latest, ZoneId zone, Faults faults) {

  /** A moment that must not lie later than now; null if the text is missing or malformed. */
  @Nullable Moment past(@Nullable String text, String path) {
    Moment moment = any(text);
    if (moment != null) {
      checkPast(moment, path);
    }
    return moment;
  }

  /** Notes a fault if a moment lies later than now. */
  void checkPast(Moment moment, String path) {
    checkPast(moment.startIn(zone), moment, path);
  }

  /** Notes a fault if an event begins later than now. */
  void checkPast(EventTime time, String path) {
    checkPast(time.startIn(zone), time, path);
  }

  private void checkPast(Instant start, Object shown, String path) {
    if (start.isAfter(latest)) {
      faults.add(
          faults.at(path, RecordIssues.IN_THE_FUTURE).with("field", path).with("value", shown));
    }
  }

  /** An instant that must not lie later than now. */
  @Nullable Instant pastInstant(@Nullable String text, String path) {
    Moment moment = text == null || IsoText.instant(text) == null ? null : past(text, path);
    return moment == null ? null : moment.startIn(zone);
  }

  /** A moment that must not end before another begins. */
  @Nullable Moment notBefore(@Nullable Moment begin, @Nullable String text, String path) {
    Moment end = any(text);
    if (begin != null && end != null) {
      checkOrder(begin, end, path);
    }
    return end;
  }

  /** Notes a fault if a moment ends before another begins. */
  void checkOrder(Moment begin, Moment end, String path) {
    if (endsBefore(end, begin)) {
      faults.add(
          faults
              .at(path, RecordIssues.ENDS_BEFORE_IT_BEGINS)
              .with("field", path)
              .with("value", end)
              .with("begin", begin));
    }
  }

  private boolean endsBefore(Moment end, Moment begin) {
    return end.isDate()
        ? end.dateIn(zone).isBefore(begin.dateIn(zone))
        : end.startIn(zone).isBefore(begin.startIn(zone));
  }

  private static @Nullable Moment any(@Nullable String text) {
    return text == null ? null : IsoText.moment(text);
  }
}
