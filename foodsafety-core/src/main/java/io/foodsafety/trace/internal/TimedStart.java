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

  private final Network.Snapshot snapshot;
  private final Map<Integer, Set<String>> events = new HashMap<>();
  private final Map<Integer, Set<Integer>> targets = new HashMap<>();

  /**
   * The links that can be taken.
   *
   * @param starts the nodes where it begins
   * @param label since when, as the way turns time
   */
  TimedStart(Network.Snapshot snapshot, Way way, int[] starts, int label) {
    this.snapshot = snapshot;
    for (int start : starts) {
      targets.put(start, new HashSet<>());
      HoldingRecord record = snapshot.record(start);
      way.movements(record)
          .filter(link -> label <= way.turn(link.here()).last())
          .forEach(link -> add(start, snapshot.node(link.other()), link.events()));
      way.transformations(record)
          .filter(entry -> label <= way.turn(entry.at()).last())
          .forEach(entry -> addProcess(start, entry, way));
    }
  }

  private void addProcess(int start, Entry entry, Way way) {
    for (ProcessRecord.Part part :
        way.farParts(snapshot.process(entry.process().orElseThrow()))) {
      add(start, snapshot.node(part.holding()), List.of(entry.event(), part.event()));
    }
  }

  private void add(int start, int target, Collection<String> linked) {
    events.computeIfAbsent(target, unused -> new TreeSet<>()).addAll(linked);
    targets.computeIfAbsent(start, unused -> new HashSet<>()).add(target);
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
