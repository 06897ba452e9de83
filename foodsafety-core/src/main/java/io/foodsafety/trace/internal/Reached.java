package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What was reached from some holdings one way. */
interface Reached {

  /** By lot, then party. */
  Comparator<Holding> ORDER =
      (one, other) -> {
        int byLot = one.lot().compareTo(other.lot());
        return byLot != 0 ? byLot : one.party().compareTo(other.party());
      };

  /**
   * A holding that was reached.
   *
   * @param record what is known of it
   * @param depth the least number of links from the start
   * @param place where the search keeps it
   */
  record Found(HoldingRecord record, int depth, int place) {

    /** By depth, then lot, then party. */
    static final Comparator<Found> ORDER =
        (one, other) ->
            one.depth != other.depth
                ? Integer.compare(one.depth, other.depth)
                : Reached.ORDER.compare(one.holding(), other.holding());

    Holding holding() {
      return record.holding();
    }
  }

  /** What was reached, the start first; in each depth by lot and party. */
  List<Found> found();

  /** Holdings from which a limit kept the search from following a link. */
  Set<Holding> cutOff();

  /** The events of the links that reach a holding from the depth before, in order of id. */
  List<String> via(Found found);

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
