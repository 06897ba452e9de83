package io.foodsafety.trace.internal;

import io.foodsafety.trace.TraceEnd.Reason;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import java.util.Optional;

/** Why a search ends at holdings, other than by a limit. For one thread. */
final class Ends {

  private final Way way;
  private final EdgeCursor edges;
  private final EdgeCursor hubEdges;

  Ends(Network.Snapshot snapshot, Way way) {
    this.way = way;
    this.edges = snapshot.graph().edges(way.direction());
    this.hubEdges = snapshot.graph().edges(way.direction());
  }

  /** Why it ends at a holding that it reached, if it does. */
  Optional<Reason> reason(HoldingRecord record) {
    if (record.hasLoose(way.movement())) {
      return Optional.of(Reason.UNKNOWN_COUNTERPART);
    }
    boolean begins = way == Way.BACKWARD && record.has(EntryType.CREATED);
    if (begins || record.has(way.movement()) || isTransformed(record)) {
      return Optional.empty();
    }
    if (way == Way.BACKWARD) {
      return Optional.of(Reason.NO_ORIGIN);
    }
    return Optional.of(record.digest().isGone() ? Reason.REMOVED : Reason.ON_HAND);
  }

  /** Whether a process leads on, to anything. */
  private boolean isTransformed(HoldingRecord record) {
    if (!record.has(way.transformation())) {
      return false;
    }
    edges.moveTo(record.node());
    while (edges.next()) {
      hubEdges.moveTo(edges.node());
      if (hubEdges.next()) {
        return true;
      }
    }
    return false;
  }
}
