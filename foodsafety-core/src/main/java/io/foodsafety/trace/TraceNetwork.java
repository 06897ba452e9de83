package io.foodsafety.trace;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Lots, who holds them, and what links them, as events tell it. Answers are a function of the set
 * of events, whatever their order of arrival. Safe for use by many threads: capture waits for
 * capture, queries wait for nothing and see the events of one position.
 */
public interface TraceNetwork {

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
   * @throws IllegalArgumentException if an event differs from the one taken under its id, or the
   *     position lies below the one before; nothing is taken then
   */
  void capture(List<? extends TraceEvent> events, long position);

  /** {@return the position that queries see now} */
  long position();

  /**
   * Whether anything is recorded of a lot.
   *
   * @param lot the lot
   * @return true if some party holds or held it
   */
  boolean knows(String lot);

  /**
   * Follows a lot.
   *
   * @param query what to trace
   * @return what was reached; nothing but the query if nothing is recorded of the start
   */
  TraceResult trace(TraceQuery query);

  /**
   * Works out a recall: all that followed from the start, with quantities.
   *
   * @param start where to begin
   * @return the scope
   */
  RecallScope recall(TraceStart start);

  /**
   * Scores suspects of an outbreak as FoodChain-Lab does. With the weights {@code w}, {@code W+}
   * the sum of the positive ones and {@code W-} the sum of the absolute negative ones, the score of
   * a party is its own weight, the weights of all other parties that it sent something to over any
   * number of steps, and the weights of the lots it sent and of those that follow them, divided by
   * {@code max(W+, W-)}. The score of a lot is its own weight, the weights of the parties that it
   * or what follows was delivered to, and the weights of the lots that follow it, divided by the
   * same. Each party and lot counts once; without weights all scores are 0.
   *
   * @param cases weights and assumptions
   * @return the scores of all parties and lots that events or cases name
   */
  OutbreakScores outbreak(OutbreakCases cases);

  /**
   * All that is wrong with what was recorded.
   *
   * @param lot of one lot only, or of all
   * @return the findings
   */
  TraceGaps gaps(Optional<String> lot);
}
