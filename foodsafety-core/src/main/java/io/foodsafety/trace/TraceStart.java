package io.foodsafety.trace;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.Holding;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a trace begins: at a lot wherever it is, or at one party's holding of it.
 *
 * @param lot the lot
 * @param party the party, if it is to begin there only
 * @param time since when forward, until when backward
 */
public record TraceStart(String lot, Optional<String> party, Optional<EventTime> time) {

  /** Checks the parts. */
  public TraceStart {
    Objects.requireNonNull(lot, "lot");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(time, "time");
  }

  /**
   * A lot, everywhere and at any time.
   *
   * @param lot the lot
   * @return the start
   */
  public static TraceStart lot(String lot) {
    return new TraceStart(lot, Optional.empty(), Optional.empty());
  }

  /**
   * A holding, at any time.
   *
   * @param holding the holding
   * @return the start
   */
  public static TraceStart holding(Holding holding) {
    return new TraceStart(holding.lot(), Optional.of(holding.party()), Optional.empty());
  }

  /**
   * The same start, from a time on or up to it.
   *
   * @param newTime the time
   * @return the start
   */
  public TraceStart at(EventTime newTime) {
    return new TraceStart(lot, party, Optional.of(newTime));
  }
}
