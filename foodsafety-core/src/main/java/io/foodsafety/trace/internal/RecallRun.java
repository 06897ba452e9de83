package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.HoldingBalance;
import io.foodsafety.trace.LotTotal;
import io.foodsafety.trace.RecallScope;
import io.foodsafety.trace.RecallScope.RecallParty;
import io.foodsafety.trace.TraceStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Works out one recall. */
final class RecallRun {

  private final Network.Snapshot snapshot;
  private final TimeAxis axis;
  private final TraceStart start;

  RecallRun(Network.Snapshot snapshot, TimeAxis axis, TraceStart start) {
    this.snapshot = snapshot;
    this.axis = axis;
    this.start = start;
  }

  RecallScope scope() {
    List<Holding> starts = Starts.of(snapshot, start);
    Reached closure =
        Reached.from(
            snapshot,
            Way.FORWARD,
            starts,
            BoundedClosure.Bounds.from(Starts.label(start, axis, Way.FORWARD)));
    Ends ends = new Ends(snapshot);
    ends.add(closure, Way.FORWARD);
    List<Holding> reached = List.copyOf(closure.depths().keySet());
    return new RecallScope(
        start,
        snapshot.position(),
        !ends.hasUnknownCounterpart(),
        parties(reached),
        balances(Set.copyOf(starts), reached),
        totals(reached),
        TraceRun.findings(snapshot, reached));
  }

  private static List<RecallParty> parties(List<Holding> reached) {
    Map<String, Integer> holdings = new TreeMap<>();
    reached.forEach(each -> holdings.merge(each.party(), 1, Integer::sum));
    return holdings.entrySet().stream()
        .map(each -> new RecallParty(each.getKey(), each.getValue()))
        .toList();
  }

  private List<HoldingBalance> balances(Set<Holding> starts, List<Holding> reached) {
    Shares shares = new Shares(snapshot, starts, reached);
    List<HoldingBalance> balances = new ArrayList<>();
    for (Holding holding : reached) {
      for (Amounts amounts : Amounts.of(snapshot.holding(holding))) {
        balances.add(amounts.balance(shares.of(holding)));
      }
    }
    return balances;
  }

  private List<LotTotal> totals(List<Holding> reached) {
    Set<Holding> all = Set.copyOf(reached);
    List<LotTotal> totals = new ArrayList<>();
    Map<String, List<HoldingRecord>> byLot = new TreeMap<>();
    for (Holding holding : reached) {
      byLot
          .computeIfAbsent(holding.lot(), unused -> new ArrayList<>())
          .add(snapshot.holding(holding));
    }
    byLot.forEach((lot, records) -> totals.addAll(new LotSum(lot, records, all).totals()));
    return totals;
  }
}
