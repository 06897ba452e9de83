package io.foodsafety.trace;

import io.foodsafety.model.time.EventTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What to trace.
 *
 * @param start where to begin
 * @param direction which way
 * @param strict whether to follow only what the times allow; otherwise every recorded link is
 *     followed, so that a recall loses no branch to a wrong date
 * @param maxDepth the most links from the start, at least 0
 * @param maxHoldings the most holdings of a direction, the start not counted, at least 0
 * @param until follow no link that certainly arrives later; backward none that certainly leaves
 *     earlier
 * @param parties those whose holdings are entered, beyond the start, by id; all, if there is none
 */
public record TraceQuery(
    TraceStart start,
    TraceDirection direction,
    boolean strict,
    OptionalInt maxDepth,
    OptionalInt maxHoldings,
    Optional<EventTime> until,
    Optional<Predicate<String>> parties) {

  /** Checks the parts. */
  public TraceQuery {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(parties, "parties");
    if (maxDepth.orElse(0) < 0 || maxHoldings.orElse(0) < 0) {
      throw new IllegalArgumentException("A limit of a trace must not be negative.");
    }
  }

  /**
   * Everything that was recorded, in a direction.
   *
   * @param start where to begin
   * @param direction which way
   * @return the query
   */
  public static TraceQuery of(TraceStart start, TraceDirection direction) {
    return new TraceQuery(
        start,
        direction,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** {@return the same query, following only what the times allow} */
  public TraceQuery asStrict() {
    return new TraceQuery(start, direction, true, maxDepth, maxHoldings, until, parties);
  }

  /**
   * The same query, up to a depth.
   *
   * @param depth the most links from the start
   * @return the query
   */
  public TraceQuery toDepth(int depth) {
    return new TraceQuery(
        start, direction, strict, OptionalInt.of(depth), maxHoldings, until, parties);
  }

  /**
   * The same query, up to a number of holdings.
   *
   * @param holdings the most holdings of a direction, the start not counted
   * @return the query
   */
  public TraceQuery atMost(int holdings) {
    return new TraceQuery(
        start, direction, strict, maxDepth, OptionalInt.of(holdings), until, parties);
  }

  /**
   * The same query, up to a time: forward no later, backward no earlier.
   *
   * @param time the time; of a day, a month or a year all of it counts
   * @return the query
   */
  public TraceQuery until(EventTime time) {
    return new TraceQuery(
        start, direction, strict, maxDepth, maxHoldings, Optional.of(time), parties);
  }

  /**
   * The same query, within some parties, such as those of a division: a link to any other party is
   * not followed.
   *
   * @param some whether a party, by its id, is one of them; asked once or more, in no order
   * @return the query
   */
  public TraceQuery within(Predicate<String> some) {
    return new TraceQuery(
        start, direction, strict, maxDepth, maxHoldings, until, Optional.of(some));
  }
}
