package io.foodsafety.trace.internal;

import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.ReachedHolding.Reach;
import io.foodsafety.trace.ReachedParty;
import io.foodsafety.trace.TraceEnd;
import io.foodsafety.trace.TraceEnd.Reason;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one trace. */
final class TraceRun {

  private static final Comparator<ReachedHolding> ORDER =
      Comparator.comparingInt(ReachedHolding::depth)
          .thenComparing(ReachedHolding::holding, HoldingRecord.ORDER)
          .thenComparing(ReachedHolding::reach);

  private static final Comparator<TraceEnd> BY_HOLDING =
      Comparator.comparing(TraceEnd::holding, HoldingRecord.ORDER).thenComparing(TraceEnd::reason);

  private final Network.Snapshot snapshot;
  private final TraceQuery query;
  private final Map<Way, Reached> ways = new EnumMap<>(Way.class);

  TraceRun(Network.Snapshot snapshot, TimeAxis axis, TraceQuery query) {
    this.snapshot = snapshot;
    this.query = query;
    Reached.Bounds bounds =
        new Reached.Bounds(
            query.strict(),
            query.maxDepth().orElse(Integer.MAX_VALUE),
            query.maxHoldings().orElse(Integer.MAX_VALUE),
            query.until(),
            query.parties());
    for (Way way : Way.values()) {
      if (query.direction().includes(way.traceDirection())) {
        ways.put(way, new Reached(snapshot, axis, way, query.start(), bounds));
      }
    }
  }

  TraceResult result() {
    List<TraceEnd> ends = ends();
    List<ReachedHolding> holdings = holdings();
    return new TraceResult(
        query,
        snapshot.position(),
        ends.stream().anyMatch(end -> end.reason() == Reason.LIMIT),
        holdings.size(),
        holdings,
        parties(),
        ends,
        findings());
  }

  /** In order of depth, lot, party and direction. */
  private List<ReachedHolding> holdings() {
    List<ReachedHolding> holdings = new ArrayList<>();
    boolean hasStart = false;
    for (Map.Entry<Way, Reached> way : ways.entrySet()) {
      Reach reach = way.getKey() == Way.FORWARD ? Reach.FORWARD : Reach.BACKWARD;
      Reached reached = way.getValue();
      for (int i = 0; i < reached.size(); i++) {
        int depth = reached.depth(i);
        if (depth > 0 || !hasStart) {
          HoldingRecord record = reached.record(i);
          holdings.add(
              new ReachedHolding(
                  record.holding(),
                  depth > 0 ? reach : Reach.START,
                  depth,
                  reached.via(i),
                  record.digest().total()));
        }
      }
      hasStart = true;
    }
    if (ways.size() > 1) {
      holdings.sort(ORDER);
    }
    return holdings;
  }

  /** In order of depth and id. */
  private List<ReachedParty> parties() {
    int size = ways.values().stream().mapToInt(Reached::size).sum();
    int depths = ways.values().stream().mapToInt(Reached::depths).max().orElse(0);
    IntSet known = new IntSet(size);
    int[] numbers = new int[size];
    List<ReachedParty> parties = new ArrayList<>();
    for (int depth = 0; depth < depths; depth++) {
      int count = 0;
      for (Reached reached : ways.values()) {
        for (int i = reached.firstAt(depth); i < reached.firstAt(depth + 1); i++) {
          int number = reached.record(i).party();
          if (known.add(number)) {
            numbers[count++] = number;
          }
        }
      }
      snapshot.sortParties(numbers, 0, count);
      for (int i = 0; i < count; i++) {
        parties.add(new ReachedParty(snapshot.party(numbers[i]), depth));
      }
    }
    return parties;
  }

  /** By lot, party and reason. */
  private List<TraceEnd> ends() {
    List<TraceEnd> all = new ArrayList<>();
    ways.forEach(
        (way, reached) -> {
          Ends ends = new Ends(snapshot, way);
          for (HoldingRecord record : reached.byLot()) {
            Optional<Reason> reason = ends.reason(record);
            reason.ifPresent(why -> all.add(new TraceEnd(record.holding(), why)));
            if (reached.isCutOff(record)) {
              all.add(new TraceEnd(record.holding(), Reason.LIMIT));
            }
          }
        });
    return ways.size() > 1 ? all.stream().distinct().sorted(BY_HOLDING).toList() : all;
  }

  private List<TraceFinding> findings() {
    int size = ways.values().stream().mapToInt(Reached::size).sum();
    FindingList findings = new FindingList(snapshot, size);
    for (Reached reached : ways.values()) {
      for (int i = 0; i < reached.size(); i++) {
        findings.add(reached.record(i));
      }
    }
    return findings.sorted();
  }
}
