package io.foodsafety.trace.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.trace.internal.graph.EdgeTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Times as seconds since the beginning of the year 2000 (UTC), in 32 bits: from 1932 to 2068. A
 * time outside of that is as good as unknown on that side.
 *
 * @param zone the zone in which a date lies
 */
record TimeAxis(ZoneId zone) {

  /** No time is earlier. */
  static final int EARLIEST = EdgeTime.OPEN_LO;

  /** No time is later. */
  static final int LATEST = EdgeTime.OPEN_HI;

  private static final long ORIGIN = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  Span span(Optional<EventTime> time) {
    return time.map(this::span).orElse(Span.UNKNOWN);
  }

  private Span span(EventTime time) {
    Instant start = time.startIn(zone);
    Instant end = time.endIn(zone);
    int first = second(start.getEpochSecond());
    return new Span(first, end.equals(start) ? first : second(end.getEpochSecond() - 1));
  }

  /** The day of a second, counted from the origin in the zone. */
  int day(int second) {
    return (int) Instant.ofEpochSecond(ORIGIN + second).atZone(zone).toLocalDate().toEpochDay();
  }

  /** The instant of a second. */
  Instant instant(int second) {
    return Instant.ofEpochSecond(ORIGIN + second);
  }

  private static int second(long epochSecond) {
    return (int) Math.max(EARLIEST, Math.min(LATEST, epochSecond - ORIGIN));
  }
}
