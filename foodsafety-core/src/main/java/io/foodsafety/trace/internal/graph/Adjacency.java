package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.IntColumn;

/**
 * The edges of one direction. Each node that has some has a block of numbers, side by side:
 *
 * <pre>
 *   id, count of points [with the highest bit: | count of delayed, count of wide]
 *   points:  (ref, time)      instants and days by their first second, latest first
 *   delayed: (ref, lo, hi)    lo &gt; hi, latest hi first
 *   wide:    (ref, lo, hi)    lo &lt; hi, latest hi first
 * </pre>
 *
 * <p>The arrival over a delayed edge, or at an instant, is fixed: a node that is reached again,
 * earlier, need not look at it again. The common node has points only, and lies in one cache line.
 * Times are on the axis of the direction.
 */
final class Adjacency {

  static final int POINT = 2;
  static final int RANGE = 3;
  static final int HEADER = 2;
  static final int LONG_HEADER = 4;

  /** In the second number of a block: there are ranges. */
  static final int HAS_RANGES = 1 << 31;

  static final int COUNT_MASK = ~HAS_RANGES;

  private final IntColumn blocks;
  private final IntColumn links;
  private final IntColumn refs;

  Adjacency(IntColumn blocks, IntColumn links, IntColumn refs) {
    this.blocks = blocks;
    this.links = links;
    this.refs = refs;
  }

  /** All blocks; the first begins at 2. */
  IntColumn blocks() {
    return blocks;
  }

  /** By half the position of its edge, the link. */
  IntColumn links() {
    return links;
  }

  /** By node, how edges of this direction name it. */
  IntColumn refs() {
    return refs;
  }

  /** The link of the edge that lies at a position of the blocks. */
  int link(int position) {
    return links.get(position >>> 1);
  }

  /** How edges of this direction name the node. */
  int ref(int node) {
    return refs.get(node);
  }

  /** The node that a reference names. */
  int node(int ref) {
    return Ref.isLeaf(ref) ? Ref.leaf(ref) : blocks.get(Ref.block(ref));
  }

  /** Bytes that a search may touch. */
  long searchBytes() {
    return 4L * (blocks.length() + refs.length());
  }

  long linkBytes() {
    return 4L * links.length();
  }
}
