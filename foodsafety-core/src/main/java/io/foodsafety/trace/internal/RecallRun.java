package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.HoldingBalance;
import io.foodsafety.trace.LotTotal;
import io.foodsafety.trace.RecallScope;
import io.foodsafety.trace.RecallScope.RecallParty;
import io.foodsafety.trace.TraceEnd.Reason;
import io.foodsafety.trace.TraceStart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Works out one recall. */
final class RecallRun {

  private final Snapshot snapshot;
  private final TimeAxis axis;
  private final TraceStart start;

  RecallRun(Snapshot snapshot, TimeAxis axis, TraceStart start) {
    this.snapshot = snapshot;
    this.axis = axis;
    this.start = start;
  }

  RecallScope scope() {
    Reached closure = new Reached(snapshot, axis, Way.FORWARD, start, Reached.Bounds.NONE);
    Ends ends = new Ends(snapshot, Way.FORWARD);
    boolean isOpen = false;
    List<HoldingRecord> reached = new ArrayList<>(closure.size());
    for (int i = 0; i < closure.size(); i++) {
      reached.add(closure.record(i));
      isOpen |=
          ends.reason(closure.node(i), closure.marks(i))
              .equals(Optional.of(Reason.UNKNOWN_COUNTERPART));
    }
    List<HoldingRecord> strays = strays(reached);
    boolean isComplete =
        !isOpen && strays.isEmpty() && reached.stream().noneMatch(RecallRun::hasDoubtfulDispatch);
    FindingList findings = new FindingList(snapshot, reached.size() + strays.size());
    for (int i = 0; i < closure.size(); i++) {
      findings.add(closure.node(i), closure.marks(i));
    }
    strays.forEach(record -> findings.add(record.node(), snapshot.marks(record.node())));
    return new RecallScope(
        start,
        snapshot.position(),
        isComplete,
        parties(reached),
        balances(reached),
        totals(reached),
        findings.sorted());
  }

  /** Holdings of the lots reached of which nobody knows where they came from. */
  private List<HoldingRecord> strays(List<HoldingRecord> reached) {
    Set<Holding> known = new HashSet<>();
    Set<String> lots = new HashSet<>();
    for (HoldingRecord record : reached) {
      known.add(record.holding());
      lots.add(record.holding().lot());
    }
    return lots.stream()
        .flatMap(lot -> snapshot.ofLot(lot).stream())
        .filter(holding -> !known.contains(holding))
        .flatMap(holding -> snapshot.record(holding).stream())
        .filter(record -> !hasKnownSource(record))
        .toList();
  }

  private static boolean hasKnownSource(HoldingRecord record) {
    return record.hasOrigin()
        || record.entries().stream()
            .anyMatch(entry -> entry.type() == EntryType.RECEIVED && !entry.partners().isEmpty());
  }

  /** Whether something was sent of which it cannot be told which receipt it is. */
  private static boolean hasDoubtfulDispatch(HoldingRecord record) {
    return record.entries().stream()
        .anyMatch(
            entry ->
                entry.type() == EntryType.DISPATCHED && entry.match() == Entry.Match.AMBIGUOUS);
  }

  private static List<RecallParty> parties(List<HoldingRecord> reached) {
    Map<String, Integer> holdings = new TreeMap<>();
    reached.forEach(each -> holdings.merge(each.holding().party(), 1, Integer::sum));
    return holdings.entrySet().stream()
        .map(each -> new RecallParty(each.getKey(), each.getValue()))
        .toList();
  }

  private List<HoldingBalance> balances(List<HoldingRecord> reached) {
    Set<Holding> starts = Set.copyOf(Starts.of(snapshot, start));
    Shares shares = new Shares(snapshot, starts, reached);
    List<HoldingBalance> balances = new ArrayList<>();
    for (HoldingRecord record : reached) {
      for (Amounts amounts : Amounts.of(record)) {
        balances.add(amounts.balance(shares.of(record.holding())));
      }
    }
    return balances;
  }

  private static List<LotTotal> totals(List<HoldingRecord> reached) {
    Set<Holding> all = new HashSet<>();
    Map<String, List<HoldingRecord>> lots = new TreeMap<>();
    for (HoldingRecord record : reached) {
      all.add(record.holding());
      lots.computeIfAbsent(record.holding().lot(), unused -> new ArrayList<>()).add(record);
    }
    List<LotTotal> totals = new ArrayList<>();
    lots.forEach((lot, records) -> totals.addAll(new LotSum(lot, records, all).totals()));
    return totals;
  }
}
