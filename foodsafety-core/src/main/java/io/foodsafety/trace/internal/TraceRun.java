package io.foodsafety.trace.internal;

import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.ReachedHolding.Reach;
import io.foodsafety.trace.ReachedParty;
import io.foodsafety.trace.TraceEnd.Reason;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers one trace. */
final class TraceRun {

  private final Snapshot snapshot;
  private final TraceQuery query;
  private final Map<Way, Reached> ways = new EnumMap<>(Way.class);

  TraceRun(Snapshot snapshot, TimeAxis axis, TraceQuery query) {
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
    EndRows ends = ends();
    List<ReachedHolding> holdings = holdings();
    return new TraceResult(
        query,
        snapshot.position(),
        ends.areLimited(),
        holdings.size(),
        holdings,
        parties(),
        ends.list(snapshot.codes()),
        findings());
  }

  /** In order of depth, lot, party and direction. */
  private List<ReachedHolding> holdings() {
    HoldingRows rows = new HoldingRows(snapshot.codes(), size());
    Reached first = ways.values().iterator().next();
    for (int i = 0; i < first.firstAt(1); i++) {
      rows.add(snapshot, first, i, 0, Reach.START);
    }
    for (int depth = 1; depth < depths(); depth++) {
      addDepth(rows, depth);
    }
    return rows.list();
  }

  /** Both ways have the holdings of a depth in order. */
  private void addDepth(HoldingRows rows, int depth) {
    List<Run> runs = new ArrayList<>(2);
    for (Map.Entry<Way, Reached> way : ways.entrySet()) {
      Run run = new Run(way.getKey(), way.getValue(), depth);
      if (run.next < run.end) {
        runs.add(run);
      }
    }
    while (!runs.isEmpty()) {
      Run run = runs.size() == 1 || runs.get(0).isBefore(runs.get(1)) ? runs.get(0) : runs.get(1);
      rows.add(snapshot, run.reached, run.next++, depth, run.reach);
      if (run.next == run.end) {
        runs.remove(run);
      }
    }
  }

  /** What was reached one way at a depth. */
  private final class Run {
    private final Reached reached;
    private final Reach reach;
    private final int end;
    private int next;

    Run(Way way, Reached reached, int depth) {
      this.reached = reached;
      this.reach = way == Way.FORWARD ? Reach.FORWARD : Reach.BACKWARD;
      this.next = reached.firstAt(depth);
      this.end = reached.firstAt(depth + 1);
    }

    boolean isBefore(Run other) {
      int order = snapshot.compare(reached.node(next), other.reached.node(other.next));
      return order < 0 || (order == 0 && reach.compareTo(other.reach) < 0);
    }
  }

  private int size() {
    return ways.values().stream().mapToInt(Reached::size).sum();
  }

  private int depths() {
    return ways.values().stream().mapToInt(Reached::depths).max().orElse(0);
  }

  /** In order of depth and id. */
  private List<ReachedParty> parties() {
    IntSet known = new IntSet(size());
    int[] numbers = new int[size()];
    int[] ends = new int[depths()];
    int count = 0;
    for (int depth = 0; depth < ends.length; depth++) {
      int first = count;
      for (Reached reached : ways.values()) {
        for (int i = reached.firstAt(depth); i < reached.firstAt(depth + 1); i++) {
          int number = snapshot.party(reached.node(i));
          if (known.add(number)) {
            numbers[count++] = number;
          }
        }
      }
      snapshot.sortParties(numbers, first, count);
      ends[depth] = count;
    }
    Codes codes = snapshot.codes();
    int[] found = Arrays.copyOf(numbers, count);
    return new Listed<>(
        count, row -> new ReachedParty(codes.party(found[row]), depthOf(row, ends)));
  }

  /** The first depth that ends behind a row; some may have no rows. */
  private static int depthOf(int row, int[] ends) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** By lot, party and reason. */
  private EndRows ends() {
    return ways.entrySet().stream()
        .map(way -> ends(way.getKey(), way.getValue()))
        .reduce((one, other) -> EndRows.merged(one, other, snapshot))
        .orElseThrow();
  }

  private EndRows ends(Way way, Reached reached) {
    Ends ends = new Ends(snapshot, way);
    EndRows rows = new EndRows();
    for (int i = 0; i < reached.size(); i++) {
      int node = reached.node(i);
      ends.reason(node, reached.marks(i)).ifPresent(why -> rows.add(node, why));
      if (reached.isCutOff(node)) {
        rows.add(node, Reason.LIMIT);
      }
    }
    return rows.sorted(snapshot);
  }

  private List<TraceFinding> findings() {
    FindingList findings = new FindingList(snapshot, size());
    for (Reached reached : ways.values()) {
      for (int i = 0; i < reached.size(); i++) {
        findings.add(reached.node(i), reached.marks(i));
      }
    }
    return findings.sorted();
  }
}
