package io.foodsafety.trace.internal.graph;

/** Where in a closure nodes stand. For one thread. */
final class NodePlaces {

  /** The node was not found. */
  static final int NONE = -1;

  private final long[] entries;
  private final int shift;

  NodePlaces(Closure closure) {
    int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(closure.size()) + 1);
    entries = new long[1 << bits];
    shift = Integer.SIZE - bits;
    for (int i = 0; i < closure.size(); i++) {
      int node = closure.node(i);
      entries[slot(node)] = ((long) (node + 1) << Integer.SIZE) | i;
    }
  }

  /** The place of a node. */
  int of(int node) {
    long entry = entries[slot(node)];
    return entry == 0 ? NONE : (int) entry;
  }

  private int slot(int node) {
    int mask = entries.length - 1;
    int slot = (node * 0x9E3779B9) >>> shift;
    while (entries[slot] != 0 && (int) (entries[slot] >>> Integer.SIZE) != node + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
