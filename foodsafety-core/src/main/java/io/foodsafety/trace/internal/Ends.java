package io.foodsafety.trace.internal;

import io.foodsafety.trace.TraceEnd.Reason;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import java.util.Optional;

/** Why a search ends at holdings, other than by a limit. For one thread. */
final class Ends {

  private final Way way;
  private final EdgeCursor edges;
  private final EdgeCursor hubEdges;

  Ends(Snapshot snapshot, Way way) {
    this.way = way;
    this.edges = snapshot.graph().edges(way.direction());
    this.hubEdges = snapshot.graph().edges(way.direction());
  }

  /** Why it ends at the holding of a node that it reached, if it does. */
  Optional<Reason> reason(int node, HoldingMarks marks) {
    if (marks.hasLoose(way.movement())) {
      return Optional.of(Reason.UNKNOWN_COUNTERPART);
    }
    boolean begins = way == Way.BACKWARD && marks.has(EntryType.CREATED);
    boolean leadsOn = marks.has(way.movement());
    if (begins || leadsOn || (marks.has(way.transformation()) && isTransformed(node))) {
      return Optional.empty();
    }
    if (way == Way.BACKWARD) {
      return Optional.of(Reason.NO_ORIGIN);
    }
    return Optional.of(marks.isGone() ? Reason.REMOVED : Reason.ON_HAND);
  }

  /** Whether a process leads on, to anything. */
  private boolean isTransformed(int node) {
    edges.moveTo(node);
    while (edges.next()) {
      hubEdges.moveTo(edges.node());
      if (hubEdges.next()) {
        return true;
      }
    }
    return false;
  }
}
