package io.foodsafety.trace.internal;

import io.foodsafety.trace.OutbreakCases;
import io.foodsafety.trace.OutbreakScores;
import io.foodsafety.trace.OutbreakScores.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores the suspects of one outbreak. */
final class OutbreakRun {

  private static final int SCALE = 10;

  private final Snapshot snapshot;
  private final Deliveries deliveries;
  private final OutbreakCases cases;
  private final Map<String, BigDecimal> parties = new HashMap<>();
  private final Map<String, BigDecimal> lots = new HashMap<>();

  OutbreakRun(Snapshot snapshot, TimeAxis axis, OutbreakCases cases) {
    this.snapshot = snapshot;
    this.deliveries = new Deliveries(snapshot, axis);
    this.cases = cases;
  }

  OutbreakScores scores() {
    snapshot.parties().forEach(party -> parties.put(party, BigDecimal.ZERO));
    snapshot.lots().forEach(lot -> lots.put(lot, BigDecimal.ZERO));
    cases
        .parties()
        .forEach(
            (party, weight) ->
                add(Suspects.ofParty(snapshot, deliveries, cases, party), weight, party, ""));
    cases
        .lots()
        .forEach(
            (lot, weight) ->
                add(Suspects.ofLot(snapshot, deliveries, cases, lot), weight, "", lot));
    cases.parties().forEach((party, weight) -> parties.merge(party, weight, BigDecimal::add));
    cases.lots().forEach((lot, weight) -> lots.merge(lot, weight, BigDecimal::add));
    return new OutbreakScores(snapshot.position(), sorted(parties), sorted(lots));
  }

  /** Adds the weight of a case to all from which it can have come, but for itself. */
  private void add(Suspects suspects, BigDecimal weight, String party, String lot) {
    addTo(parties, suspects.senders(), weight, party);
    addTo(lots, suspects.lots(), weight, lot);
  }

  private static void addTo(
      Map<String, BigDecimal> scores, Set<String> ids, BigDecimal weight, String itself) {
    for (String id : ids) {
      if (!id.equals(itself)) {
        scores.merge(id, weight, BigDecimal::add);
      }
    }
  }

  private List<Score> sorted(Map<String, BigDecimal> sums) {
    BigDecimal whole = whole();
    return sums.entrySet().stream()
        .map(each -> new Score(each.getKey(), share(each.getValue(), whole)))
        .sorted(Comparator.comparing(Score::score).reversed().thenComparing(Score::id))
        .toList();
  }

  private BigDecimal whole() {
    BigDecimal positive = BigDecimal.ZERO;
    BigDecimal negative = BigDecimal.ZERO;
    for (Map<String, BigDecimal> weights : List.of(cases.parties(), cases.lots())) {
      for (BigDecimal weight : weights.values()) {
        positive = positive.add(weight.max(BigDecimal.ZERO));
        negative = negative.add(weight.negate().max(BigDecimal.ZERO));
      }
    }
    return positive.max(negative);
  }

  private static BigDecimal share(BigDecimal sum, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : sum.divide(whole, SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
