package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/**
 * Edges that came after the base: a log of records that only grows, each linked to the record
 * before of the same node, in both directions. One writer; readers look at the records below the
 * count that was published to them.
 */
final class Delta {

  private static final int RECORD_BITS = 3;
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

  private static final int LO = 4;
  private static final int HI = 5;
  private static final int LINK = 6;

  private final TimedGraph base;
  private final NodeSet hubs = new NodeSet(0);
  private final Side forward;
  private final Side backward;
  private volatile int[][] chunks = new int[16][];
  private int count;
  private int nodes;

  Delta(TimedGraph base) {
    this.base = base;
    this.nodes = base.nodes();
    this.forward = new Side(Direction.FORWARD);
    this.backward = new Side(Direction.BACKWARD);
  }

  /** The edges of one direction. */
  static final class Side {
    private final Direction direction;
    private final HeadTable heads = new HeadTable();
    private final NodeSet touched;
    private final int ref;

    Side(Direction direction) {
      this.direction = direction;
      this.touched = new NodeSet(0);
      this.ref = direction == Direction.FORWARD ? 0 : 2;
    }

    HeadTable heads() {
      return heads;
    }

    /** The nodes that have an edge here. */
    NodeSet touched() {
      return touched;
    }

    /** How the record names the other end. */
    int ref(int[] chunk, int at) {
      return chunk[at + ref];
    }

    /** The record before of the same node. */
    int next(int[] chunk, int at) {
      return chunk[at + ref + 1];
    }

    int start(int[] chunk, int at) {
      return direction.start(chunk[at + LO], chunk[at + HI]);
    }

    int end(int[] chunk, int at) {
      return direction.end(chunk[at + LO], chunk[at + HI]);
    }
  }

  Side side(Direction direction) {
    return direction == Direction.FORWARD ? forward : backward;
  }

  int nodes() {
    return nodes;
  }

  int count() {
    return count;
  }

  int addNode(boolean hub) {
    int node = nodes++;
    if (hub) {
      hubs.add(node);
    }
    return node;
  }

  boolean isHub(int node) {
    return node < base.nodes() ? base.isHub(node) : NodeSet.contains(hubs.words(), node);
  }

  void add(int from, int to, int lo, int hi, int link) {
    int[] chunk = chunkForWriting(count);
    int at = offset(count);
    chunk[at + forward.ref] = ref(to, Direction.FORWARD);
    chunk[at + backward.ref] = ref(from, Direction.BACKWARD);
    chunk[at + LO] = lo;
    chunk[at + HI] = hi;
    chunk[at + LINK] = link;
    // a record must be whole before it becomes a head
    link(forward, chunk, at, from);
    link(backward, chunk, at, to);
    count++;
  }

  private void link(Side side, int[] chunk, int at, int node) {
    int slot = side.heads.slot(node);
    chunk[at + side.ref + 1] = side.heads.get(slot);
    side.heads.put(slot, node, count);
    side.touched.add(node);
  }

  /** How edges of a direction name a node, whether the base knows it or not. */
  int ref(int node, Direction direction) {
    return node < base.nodes()
        ? base.adjacency(direction).ref(node)
        : Ref.ofLeaf(node, NodeSet.contains(hubs.words(), node));
  }

  /** The array that holds a record. */
  int[] chunk(int record) {
    return chunks[record >>> (CHUNK_BITS - RECORD_BITS)];
  }

  /** Where a record begins in its array. */
  static int offset(int record) {
    return (record << RECORD_BITS) & CHUNK_MASK;
  }

  int from(int record) {
    return base.adjacency(Direction.BACKWARD).node(chunk(record)[offset(record) + backward.ref]);
  }

  int to(int record) {
    return base.adjacency(Direction.FORWARD).node(chunk(record)[offset(record) + forward.ref]);
  }

  int lo(int record) {
    return chunk(record)[offset(record) + LO];
  }

  int hi(int record) {
    return chunk(record)[offset(record) + HI];
  }

  int link(int record) {
    return chunk(record)[offset(record) + LINK];
  }

  private int[] chunkForWriting(int record) {
    int index = record >>> (CHUNK_BITS - RECORD_BITS);
    int[][] current = chunks;
    if (index == current.length) {
      current = Arrays.copyOf(current, index * 2);
    }
    int[] chunk = current[index];
    if (chunk == null) {
      chunk = new int[1 << CHUNK_BITS];
      current[index] = chunk;
      chunks = current;
    }
    return chunk;
  }
}
