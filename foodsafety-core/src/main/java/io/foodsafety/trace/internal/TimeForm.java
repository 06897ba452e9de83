package io.foodsafety.trace.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * How the time of an event can be had again from its span; the order is that of numbers in files.
 */
enum TimeForm {
  /** It is not known. */
  NONE(0),
  /** A day, which is that of the first second. */
  DAY(1),
  /** A whole second. */
  INSTANT(2),
  /** Not from the span: its text is kept, too. */
  TEXT(3);

  private static final TimeForm[] ALL = values();

  private final int code;

  TimeForm(int code) {
    this.code = code;
  }

  /** The number in files. */
  int code() {
    return code;
  }

  static TimeForm of(int code) {
    return ALL[code];
  }

  static TimeForm of(Optional<EventTime> time, TimeAxis axis) {
    if (time.isEmpty()) {
      return NONE;
    }
    Span span = axis.span(time);
    Optional<Moment> moment = time.get().moment();
    if (moment.isEmpty() || span.first() == TimeAxis.EARLIEST || span.last() == TimeAxis.LATEST) {
      return TEXT;
    }
    Optional<Instant> instant = moment.get().instant();
    if (instant.isEmpty()) {
      return DAY;
    }
    return axis.instant(span.first()).equals(instant.get()) ? INSTANT : TEXT;
  }
}
