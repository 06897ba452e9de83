package io.foodsafety.trace.internal;

import org.jspecify.annotations.Nullable;

/**
 * Records that were decoded of late, so that what many ask for is worked out once: one place for
 * each of some nodes, the last one stays. Threads may overwrite what others put there; each finds a
 * whole record, or none.
 */
final class Decoded {

  /** No place for any. */
  static final Decoded NONE = new Decoded(1);

  /** A record needs up to a kilobyte: those that are kept, a sixteenth of the heap at most. */
  private static final int MOST =
      (int) Math.min(1 << 24, Long.highestOneBit(Runtime.getRuntime().maxMemory() >> 14));

  private record Place(int node, Object source, HoldingRecord record) {}

  private final @Nullable Place[] places;

  private Decoded(int size) {
    places = new Place[size];
  }

  /** As many places as nodes, up to a bound; what is kept may be forgotten. */
  Decoded grownFor(int nodes) {
    return places.length < MOST && places.length < nodes
        ? new Decoded(Integer.highestOneBit(Math.min(MOST / 2, nodes)) * 2)
        : this;
  }

  /**
   * The record of a node.
   *
   * @param source what it was decoded from; another one with the same content is not found
   */
  @Nullable HoldingRecord find(int node, Object source) {
    Place place = places[node & (places.length - 1)];
    return place != null && place.node() == node && place.source() == source
        ? place.record()
        : null;
  }

  void keep(int node, Object source, HoldingRecord record) {
    places[node & (places.length - 1)] = new Place(node, source, record);
  }
}
