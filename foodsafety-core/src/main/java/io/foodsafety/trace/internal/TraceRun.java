package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.ReachedHolding.Reach;
import io.foodsafety.trace.ReachedParty;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import io.foodsafety.trace.internal.Reached.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers one trace. */
final class TraceRun {

  private static final Comparator<ReachedHolding> ORDER =
      (one, other) -> {
        if (one.depth() != other.depth()) {
          return Integer.compare(one.depth(), other.depth());
        }
        int byHolding = Reached.ORDER.compare(one.holding(), other.holding());
        return byHolding != 0 ? byHolding : one.reach().compareTo(other.reach());
      };

  private final Network.Snapshot snapshot;
  private final TimeAxis axis;
  private final TraceQuery query;
  private final List<ReachedHolding> holdings = new ArrayList<>();
  private final Map<Holding, HoldingRecord> records = new HashMap<>();
  private final Ends ends;
  private boolean truncated;

  TraceRun(Network.Snapshot snapshot, TimeAxis axis, TraceQuery query) {
    this.snapshot = snapshot;
    this.axis = axis;
    this.query = query;
    this.ends = new Ends(snapshot);
  }

  TraceResult result() {
    List<Holding> starts = Starts.of(snapshot, query.start());
    for (Holding start : starts) {
      add(snapshot.holding(start), Reach.START, 0, List.of());
    }
    for (Way way : Way.values()) {
      if (query.direction().includes(way.direction())) {
        follow(way, starts);
      }
    }
    holdings.sort(ORDER);
    return new TraceResult(
        query,
        snapshot.position(),
        truncated,
        holdings,
        parties(),
        ends.all(),
        findings(snapshot, records.values()));
  }

  private void follow(Way way, List<Holding> starts) {
    BoundedClosure.Bounds bounds =
        new BoundedClosure.Bounds(
            Starts.label(query.start(), axis, way),
            query.strict(),
            query.maxDepth().orElse(Integer.MAX_VALUE),
            query.maxHoldings().orElse(Integer.MAX_VALUE));
    Reached closure = Reached.from(snapshot, way, starts, bounds);
    Reach reach = way == Way.FORWARD ? Reach.FORWARD : Reach.BACKWARD;
    List<Found> found = closure.found();
    for (Found each : found) {
      if (each.depth() > 0) {
        add(each.record(), reach, each.depth(), closure.via(each));
      }
    }
    truncated |= !closure.cutOff().isEmpty();
    ends.add(found, closure.cutOff(), way);
  }

  private void add(HoldingRecord record, Reach reach, int depth, List<String> via) {
    records.put(record.holding(), record);
    holdings.add(new ReachedHolding(record.holding(), reach, depth, via, Amounts.total(record)));
  }

  private List<ReachedParty> parties() {
    Map<String, Integer> depths = new HashMap<>();
    holdings.forEach(each -> depths.putIfAbsent(each.holding().party(), each.depth()));
    List<ReachedParty> parties = new ArrayList<>(depths.size());
    depths.forEach((party, depth) -> parties.add(new ReachedParty(party, depth)));
    parties.sort(Comparator.comparingInt(ReachedParty::depth).thenComparing(ReachedParty::id));
    return parties;
  }

  /** What is wrong with holdings, each of which is there once, and with their lots. */
  static List<TraceFinding> findings(Network.Snapshot snapshot, Collection<HoldingRecord> records) {
    Findings findings = new Findings(snapshot);
    Set<String> lots = new HashSet<>();
    for (HoldingRecord record : records) {
      findings.addHolding(record);
      if (lots.add(record.holding().lot())) {
        findings.addLotItself(record.holding().lot());
      }
    }
    List<TraceFinding> all = findings.all();
    all.sort(TraceFinding.ORDER);
    return all;
  }
}
