package io.foodsafety.trace;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Lots, who holds them, and what links them, as events tell it. Answers are a function of the set
 * of events, whatever their order of arrival. Safe for use by many threads: capture waits for
 * capture, queries wait for nothing and see the events of one position.
 */
public interface TraceNetwork extends TraceQueries {

  /**
   * A network without events.
   *
   * @param zone the zone in which dates lie
   * @return the network, at position 0
   */
  static TraceNetwork empty(ZoneId zone) {
    return new LiveNetwork(zone);
  }

  /**
   * A network of events.
   *
   * @param events the events, in any order
   * @param zone the zone in which dates lie
   * @return the network; its position is the number of events
   * @throws IllegalArgumentException if two events of one id differ
   */
  static TraceNetwork of(List<? extends TraceEvent> events, ZoneId zone) {
    TraceNetwork network = new LiveNetwork(zone);
    network.capture(events, events.size());
    return network;
  }

  /**
   * Takes events. An event that was taken before changes nothing.
   *
   * @param events the events, in any order
   * @param position the position of the log that the network has then reached; not below the one
   *     before
   * @return the lots whose records this may have changed; of all others the findings are the same
   * @throws IllegalArgumentException if an event differs from the one taken under its id, or the
   *     position is too low; nothing is taken then
   */
  Set<String> capture(List<? extends TraceEvent> events, long position);
}
