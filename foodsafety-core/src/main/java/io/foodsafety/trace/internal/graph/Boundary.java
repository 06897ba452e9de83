package io.foodsafety.trace.internal.graph;

import java.util.HashMap;
import java.util.Map;

/** Where limits kept a search from following an edge to a node that it did not find. */
public final class Boundary {

  /** No edge leads on. */
  private static final int NEVER = Integer.MIN_VALUE;

  private final Closure closure;
  private final boolean strict;
  private final EdgeCursor edges;
  private final EdgeCursor hubEdges;
  private final Map<Integer, Integer> ends = new HashMap<>();

  /**
   * The boundary of the last search.
   *
   * @param closure which is not to search again meanwhile
   */
  public Boundary(Closure closure) {
    this.closure = closure;
    this.strict = closure.isStrict();
    this.edges = closure.graph().edges(closure.direction());
    this.hubEdges = closure.graph().edges(closure.direction());
  }

  /** Whether an edge leads on from a node that was found. */
  public boolean contains(int node) {
    edges.moveTo(node);
    int label = strict ? closure.labelOf(node) : 0;
    while (edges.next()) {
      if (!strict || label <= edges.end()) {
        int ref = edges.ref();
        if (Ref.isHub(ref)) {
          int end = ends.computeIfAbsent(ref, this::endOf);
          if (end != NEVER && (!strict || Math.max(label, edges.start()) <= end)) {
            return true;
          }
        } else if (!closure.isFound(ref)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Until when edges of a hub lead on to nodes that were not found. */
  private int endOf(int hub) {
    int end = NEVER;
    hubEdges.moveToRef(hub);
    while (hubEdges.next()) {
      if (!closure.isFound(hubEdges.ref())) {
        end = Math.max(end, strict ? hubEdges.end() : 0);
      }
    }
    return end;
  }
}
