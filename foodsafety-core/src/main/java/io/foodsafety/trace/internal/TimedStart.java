package io.foodsafety.trace.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The links of a start that begins at a time and is not strict: later ones know no time. */
final class TimedStart {

  private static final int NEVER = Integer.MAX_VALUE;

  private final Snapshot snapshot;
  private final Way way;
  private final int last;
  private final Map<Integer, Set<String>> events = new HashMap<>();
  private final Map<Integer, Set<Integer>> targets = new HashMap<>();

  /**
   * The links that can be taken.
   *
   * @param starts the nodes where it begins
   * @param since since when, or backward until when
   * @param until see {@link Reached.Bounds}; not known if there is no such bound
   */
  TimedStart(Snapshot snapshot, Way way, int[] starts, Span since, Span until) {
    this.snapshot = snapshot;
    this.way = way;
    this.last = until.isKnown() ? way.turn(until).last() : NEVER;
    int label = way.turn(since).first();
    for (int start : starts) {
      targets.put(start, new HashSet<>());
      HoldingRecord record = snapshot.record(start);
      way.movements(record)
          .filter(link -> label <= way.turn(link.here()).last())
          .forEach(link -> addMovement(start, link));
      way.transformations(record)
          .filter(entry -> label <= way.turn(entry.at()).last())
          .forEach(entry -> addProcess(start, entry));
    }
  }

  private void addMovement(int start, Link link) {
    Span here = way.turn(link.here());
    Span there = way.turn(link.there());
    // like an edge that is never taken, a link that ends before it begins is never in time
    int begins = there.certainlyBefore(here) ? NEVER : Math.max(here.first(), there.first());
    add(start, snapshot.node(link.other()), begins, link.events());
  }

  private void addProcess(int start, Entry entry) {
    for (ProcessRecord.Part part : way.farParts(snapshot.process(entry.process().orElseThrow()))) {
      int begins = Math.max(way.turn(entry.at()).first(), way.turn(part.at()).first());
      int target = snapshot.node(part.holding());
      add(start, target, begins, List.of(entry.event(), part.event()));
    }
  }

  private void add(int start, int target, int begins, Collection<String> linked) {
    targets.computeIfAbsent(start, unused -> new HashSet<>()).add(target);
    if (begins <= last) {
      events.computeIfAbsent(target, unused -> new TreeSet<>()).addAll(linked);
    }
  }

  /** The nodes to which they lead. */
  int[] first() {
    return events.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether it is a node where the search begins. */
  boolean begins(int node) {
    return targets.containsKey(node);
  }

  /** The events of those that lead to a node, in order of id. */
  List<String> via(int target) {
    return List.copyOf(events.getOrDefault(target, Set.of()));
  }

  /** Whether one leads from a start to such a node. */
  boolean leadsOn(int start, IntPredicate isSuch) {
    return targets.getOrDefault(start, Set.of()).stream()
        .mapToInt(Integer::intValue)
        .anyMatch(isSuch);
  }
}
