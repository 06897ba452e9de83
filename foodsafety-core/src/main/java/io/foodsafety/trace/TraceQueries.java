package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import java.util.Optional;

/**
 * What can be asked of a network of lots. Safe for use by many threads; no query waits for capture,
 * and each sees the events of one position.
 */
public interface TraceQueries {

  /** {@return the position that queries see now} */
  long position();

  /**
   * Whether anything is recorded of a start.
   *
   * @param start the lot, or one party's holding of it; its time does not matter
   * @return true if some party, or that party, holds or held the lot
   */
  boolean knows(TraceStart start);

  /**
   * Follows a lot.
   *
   * @param query what to trace
   * @return what was reached; nothing but the query if nothing is recorded of the start
   */
  TraceResult trace(TraceQuery query);

  /**
   * Finds a shortest way from one holding to another, forward.
   *
   * @param from where it begins
   * @param to where it ends
   * @param strict whether to follow only what the times allow
   * @return a way with the least number of links; nothing if there is none, or nothing is recorded
   *     of one of the holdings
   */
  Optional<TracePath> path(Holding from, Holding to, boolean strict);

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
