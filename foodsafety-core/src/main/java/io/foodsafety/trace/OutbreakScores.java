package io.foodsafety.trace;

import io.foodsafety.trace.internal.TraceJson;
import java.math.BigDecimal;
import java.util.List;

/**
 * How well each party and each lot explains the cases of an outbreak: 1 explains all of them.
 * Immutable.
 *
 * @param position the position of the log that was seen
 * @param parties every party, the highest score first, then by id
 * @param lots every lot, the highest score first, then by code
 */
public record OutbreakScores(long position, List<Score> parties, List<Score> lots) {

  /**
   * The score of a party or lot.
   *
   * @param id the party or the lot
   * @param score from -1 to 1, to ten decimals
   */
  public record Score(String id, BigDecimal score) {}

  /** Copies the lists. */
  public OutbreakScores {
    parties = List.copyOf(parties);
    lots = List.copyOf(lots);
  }

  /** {@return the scores as one line of JSON, in the published shape} */
  public String toJson() {
    return TraceJson.write(this);
  }
}
