package io.foodsafety.trace.internal.graph;

/**
 * How an edge names the node at its other end, in one {@code int}: the position of the node's
 * block, or the id of a node without one, and three bits.
 */
final class Ref {

  /** The edge has the length of a day. Says something about the edge, not about the node. */
  static final int DAY = 1;

  /** The node has no edges in this direction, and so no block. */
  static final int LEAF = 1 << 1;

  /** The node is a hub. */
  static final int HUB = 1 << 2;

  private static final int SHIFT = 3;
  private static final int MAX_VALUE = -1 >>> SHIFT;

  private Ref() {}

  static int ofLeaf(int node, boolean hub) {
    if (node > MAX_VALUE) {
      throw new IllegalArgumentException("The node (" + node + ") must be below 2^29.");
    }
    return (node << SHIFT) | LEAF | (hub ? HUB : 0);
  }

  /** A block begins at an even position, and never at 0: no reference is 0. */
  static int ofBlock(long position, boolean hub) {
    if (position >>> 1 > MAX_VALUE) {
      throw new IllegalStateException("The graph is too large: its blocks pass 2^30 numbers.");
    }
    return ((int) (position >>> 1) << SHIFT) | (hub ? HUB : 0);
  }

  static boolean isLeaf(int ref) {
    return (ref & LEAF) != 0;
  }

  static boolean isHub(int ref) {
    return (ref & HUB) != 0;
  }

  /** The id of a leaf. */
  static int leaf(int ref) {
    return ref >>> SHIFT;
  }

  /** The position of a block. */
  static int block(int ref) {
    return (ref >>> SHIFT) << 1;
  }
}
