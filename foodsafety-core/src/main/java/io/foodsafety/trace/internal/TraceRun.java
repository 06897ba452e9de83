package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.ReachedHolding.Reach;
import io.foodsafety.trace.ReachedParty;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers one trace. */
final class TraceRun {

  private static final Comparator<ReachedHolding> ORDER =
      Comparator.comparingInt(ReachedHolding::depth)
          .thenComparing(ReachedHolding::holding, Closure.ORDER)
          .thenComparing(ReachedHolding::reach);

  private final Network.Snapshot snapshot;
  private final TimeAxis axis;
  private final TraceQuery query;
  private final List<ReachedHolding> holdings = new ArrayList<>();
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
    starts.forEach(start -> holdings.add(reached(start, Reach.START, 0, List.of())));
    for (Way way : Way.values()) {
      if (query.direction().includes(way.direction())) {
        follow(way, starts);
      }
    }
    holdings.sort(ORDER);
    return new TraceResult(
        query, snapshot.position(), truncated, holdings, parties(), ends.all(), findings());
  }

  private void follow(Way way, List<Holding> starts) {
    Closure.Bounds bounds =
        new Closure.Bounds(
            Starts.label(query.start(), axis, way),
            query.strict(),
            query.maxDepth().orElse(Integer.MAX_VALUE),
            query.maxHoldings().orElse(Integer.MAX_VALUE));
    Closure closure = new Closure(snapshot, way, starts, bounds);
    Reach reach = way == Way.FORWARD ? Reach.FORWARD : Reach.BACKWARD;
    closure
        .depths()
        .forEach(
            (holding, depth) -> {
              if (depth > 0) {
                holdings.add(reached(holding, reach, depth, List.copyOf(closure.via(holding))));
              }
            });
    truncated |= !closure.cutOff().isEmpty();
    ends.add(closure, way);
  }

  private ReachedHolding reached(Holding holding, Reach reach, int depth, List<String> via) {
    return new ReachedHolding(holding, reach, depth, via, Amounts.total(snapshot.holding(holding)));
  }

  private List<ReachedParty> parties() {
    Map<String, Integer> depths = new TreeMap<>();
    holdings.forEach(each -> depths.merge(each.holding().party(), each.depth(), Math::min));
    return depths.entrySet().stream()
        .map(each -> new ReachedParty(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt(ReachedParty::depth).thenComparing(ReachedParty::id))
        .toList();
  }

  private List<TraceFinding> findings() {
    return findings(snapshot, holdings.stream().map(ReachedHolding::holding).toList());
  }

  /** What is wrong with holdings, and with their lots. */
  static List<TraceFinding> findings(Network.Snapshot snapshot, List<Holding> holdings) {
    Findings findings = new Findings(snapshot);
    TreeSet<Holding> distinct = new TreeSet<>(Closure.ORDER);
    distinct.addAll(holdings);
    distinct.forEach(findings::addHolding);
    distinct.stream().map(Holding::lot).distinct().forEach(findings::addLotItself);
    return findings.all().stream().sorted(TraceFinding.ORDER).toList();
  }
}
