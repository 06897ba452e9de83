package io.foodsafety.trace;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What an investigator knows and assumes of an outbreak. Weights are positive for cases, negative
 * for evidence against. Immutable.
 *
 * @param parties the weights of parties
 * @param lots the weights of lots
 * @param crossContaminated parties at which any lot received may be in any lot sent from there on
 *     the same day or later
 * @param killingParties parties where nothing received reaches what is sent, for example by heating
 * @param killedLots lots that are cut from what follows
 */
public record OutbreakCases(
    Map<String, BigDecimal> parties,
    Map<String, BigDecimal> lots,
    Set<String> crossContaminated,
    Set<String> killingParties,
    Set<String> killedLots) {

  /** Copies the parts. */
  public OutbreakCases {
    parties = Map.copyOf(parties);
    lots = Map.copyOf(lots);
    crossContaminated = Set.copyOf(crossContaminated);
    killingParties = Set.copyOf(killingParties);
    killedLots = Set.copyOf(killedLots);
  }
}
