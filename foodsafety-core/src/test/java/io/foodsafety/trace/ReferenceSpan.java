package io.foodsafety.trace;

import io.foodsafety.model.time.EventTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Where a time can lie: seconds from first to last, both within; open ends if it is not known. */
record ReferenceSpan(long first, long last) {

  static final ReferenceSpan UNKNOWN = new ReferenceSpan(Long.MIN_VALUE, Long.MAX_VALUE);

  static ReferenceSpan of(Optional<EventTime> time, ZoneId zone) {
    if (time.isEmpty()) {
      return UNKNOWN;
    }
    Instant start = time.get().startIn(zone);
    Instant end = time.get().endIn(zone);
    boolean instant = start.equals(end);
    return new ReferenceSpan(start.getEpochSecond(), end.getEpochSecond() - (instant ? 0 : 1));
  }

  boolean known() {
    return !equals(UNKNOWN);
  }

  ReferenceSpan or(ReferenceSpan other) {
    return known() ? this : other;
  }

  /** Whether this is certainly over before the other begins. */
  boolean before(ReferenceSpan other) {
    return last < other.first;
  }
}
