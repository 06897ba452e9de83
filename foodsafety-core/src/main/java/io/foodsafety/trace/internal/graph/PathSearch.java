package io.foodsafety.trace.internal.graph;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds a way with the least number of edges from one node to another, a way through a hub counting
 * as one. Keeps its memory for the next search; for one thread.
 */
public final class PathSearch {

  private static final int NO_PARENT = -1;

  private final LabelTable reached = new LabelTable();
  private long[] steps = new long[256];
  private int[] parents = new int[256];
  private int[] links = new int[256];
  private int size;

  /** No search yet. */
  public PathSearch() {}

  /** The links of a shortest way, first to last; none if there is no way. */
  public Optional<int[]> findPath(GraphSnapshot graph, int from, int to) {
    return find(graph, from, to, 0, false);
  }

  /**
   * The links of a shortest way that can be taken in time.
   *
   * @param since when something is at the first node
   */
  public Optional<int[]> findStrictPath(GraphSnapshot graph, int from, int to, int since) {
    return find(graph, from, to, EdgeTime.clamp(since), true);
  }

  private Optional<int[]> find(GraphSnapshot graph, int from, int to, int label, boolean strict) {
    reached.clear();
    size = 0;
    int target = graph.ref(to, Direction.FORWARD);
    EdgeCursor edges = graph.edges(Direction.FORWARD);
    add(LabelTable.entry(graph.ref(from, Direction.FORWARD), label), NO_PARENT, 0);
    reached.putIfEarlier(steps[0]);
    if (from == to) {
      return Optional.of(new int[0]);
    }
    for (int step = 0; step < size; step++) {
      if (step > 0 && Ref.isHub(LabelTable.ref(steps[step]))) {
        continue;
      }
      int known = size;
      int last = expand(edges, step, target, strict);
      // what a hub leads to is as near as the hub
      for (int next = known; last == NO_PARENT && next < size; next++) {
        if (Ref.isHub(LabelTable.ref(steps[next]))) {
          last = expand(edges, next, target, strict);
        }
      }
      if (last != NO_PARENT) {
        return Optional.of(pathTo(last));
      }
    }
    return Optional.empty();
  }

  /** Adds what can be reached from a step; returns the step to the target, if there. */
  private int expand(EdgeCursor edges, int step, int target, boolean strict) {
    int label = LabelTable.label(steps[step]);
    edges.moveToRef(LabelTable.ref(steps[step]));
    while (edges.next()) {
      if (strict && label > edges.end()) {
        continue;
      }
      int then = strict ? Math.max(label, edges.start()) : 0;
      long entry = LabelTable.entry(edges.ref(), then);
      long before = reached.putIfEarlier(entry);
      if (before == 0 || then < LabelTable.label(before)) {
        add(entry, step, edges.link());
        if (edges.ref() == target) {
          return size - 1;
        }
      }
    }
    return NO_PARENT;
  }

  private int[] pathTo(int last) {
    int length = 0;
    for (int step = last; parents[step] != NO_PARENT; step = parents[step]) {
      length++;
    }
    int[] path = new int[length];
    for (int step = last; parents[step] != NO_PARENT; step = parents[step]) {
      path[--length] = links[step];
    }
    return path;
  }

  private void add(long entry, int parent, int link) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, size * 2);
      parents = Arrays.copyOf(parents, size * 2);
      links = Arrays.copyOf(links, size * 2);
    }
    steps[size] = entry;
    parents[size] = parent;
    links[size++] = link;
  }
}
