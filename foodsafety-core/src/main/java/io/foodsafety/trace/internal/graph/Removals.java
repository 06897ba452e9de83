package io.foodsafety.trace.internal.graph;

import java.util.Map;

/** Finds the nodes that removed edges touch, by one pass over all edges. */
final class Removals {

  private Removals() {}

  /** Removals before and these, by link and count of the delta. */
  static RemovedLinks add(
      RemovedLinks before, Map<Integer, Integer> added, TimedGraph base, Delta delta) {
    if (added.isEmpty()) {
      return before;
    }
    NodeSet origins = new NodeSet(before.touched(Direction.FORWARD));
    NodeSet ends = new NodeSet(before.touched(Direction.BACKWARD));
    RemovedLinks all = RemovedLinks.of(before, added, origins, ends);
    findInBase(all, base, Direction.FORWARD, origins);
    findInBase(all, base, Direction.BACKWARD, ends);
    for (int record = 0; record < delta.count(); record++) {
      if (all.removes(delta.link(record), record)) {
        origins.add(delta.from(record));
        ends.add(delta.to(record));
      }
    }
    return all;
  }

  private static void findInBase(
      RemovedLinks removed, TimedGraph base, Direction direction, NodeSet found) {
    EdgeCursor edges = base.snapshot().edges(direction);
    for (int node = 0; node < base.nodes(); node++) {
      edges.moveTo(node);
      while (edges.next()) {
        if (removed.removesOfBase(edges.link())) {
          found.add(node);
        }
      }
    }
  }
}
