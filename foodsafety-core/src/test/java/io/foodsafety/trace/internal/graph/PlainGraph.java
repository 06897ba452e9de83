package io.foodsafety.trace.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same graph as plain objects, searched in the plainest way: what the fast one must equal. */
final class PlainGraph {

  record Edge(int from, int to, int lo, int hi, int link) {}

  final List<Edge> edges = new ArrayList<>();
  final Set<Integer> hubs = new HashSet<>();
  int nodes;

  PlainGraph copy() {
    PlainGraph copy = new PlainGraph();
    copy.edges.addAll(edges);
    copy.hubs.addAll(hubs);
    copy.nodes = nodes;
    return copy;
  }

  /** Labels by node at each depth: the best over all ways of so many steps or fewer. */
  List<Map<Integer, Integer>> labelsByDepth(
      Direction direction, boolean strict, Map<Integer, Integer> starts, int maxDepth) {
    List<Map<Integer, Integer>> all = new ArrayList<>();
    all.add(new HashMap<>(starts));
    while (all.size() <= maxDepth) {
      Map<Integer, Integer> before = all.get(all.size() - 1);
      Map<Integer, Integer> now = new HashMap<>(before);
      for (Edge edge : edges) {
        take(edge, direction, strict, before, now);
      }
      // hubs only from here on: what they lead to is as near as they are
      for (Edge edge : edges) {
        if (hubs.contains(direction == Direction.FORWARD ? edge.from() : edge.to())) {
          take(edge, direction, strict, now, now);
        }
      }
      if (now.equals(before)) {
        break;
      }
      all.add(now);
    }
    return all;
  }

  private static void take(
      Edge edge,
      Direction direction,
      boolean strict,
      Map<Integer, Integer> from,
      Map<Integer, Integer> into) {
    boolean forward = direction == Direction.FORWARD;
    Integer label = from.get(forward ? edge.from() : edge.to());
    if (label == null || (strict && !canTake(edge, forward, label))) {
      return;
    }
    int end = forward ? edge.to() : edge.from();
    if (!strict) {
      into.put(end, 0);
    } else if (forward) {
      into.merge(end, Math.max(label, edge.lo()), Math::min);
    } else {
      into.merge(end, Math.min(label, edge.hi()), Math::max);
    }
  }

  private static boolean canTake(Edge edge, boolean forward, int label) {
    return edge.hi() != EdgeTime.NEVER && (forward ? label <= edge.hi() : edge.lo() <= label);
  }
}
