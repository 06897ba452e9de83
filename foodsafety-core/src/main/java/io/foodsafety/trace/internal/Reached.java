package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** What was reached from some holdings one way. */
interface Reached {

  /** By lot, then party. */
  Comparator<Holding> ORDER = Comparator.comparing(Holding::lot).thenComparing(Holding::party);

  /** The holdings reached with their depths, the start first; in each depth by lot and party. */
  Map<Holding, Integer> depths();

  /** Holdings from which a limit kept the search from following a link. */
  Set<Holding> cutOff();

  /** The events of the links that reach a holding from the depth before, in order of id. */
  Set<String> via(Holding holding);

  /** Searches in the way that the bounds need. */
  static Reached from(
      Network.Snapshot snapshot,
      Way way,
      Collection<Holding> starts,
      BoundedClosure.Bounds bounds) {
    return bounds.areBounds()
        ? new BoundedClosure(snapshot, way, starts, bounds)
        : new GraphClosure(snapshot, way, starts);
  }
}
