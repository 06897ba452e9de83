package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.IntColumn;

/**
 * Where a search is more than one of the base: follows the added edges of a few nodes at a time,
 * all edges of nodes that lost some, and those that start by a time.
 */
final class AddedEdges {

  private static final long[] NO_NODES = {};

  private final int[] records = new int[Expansion.BLOCK];
  private final int[] labels = new int[Expansion.BLOCK];
  private boolean strict;
  private int lastStart;
  private long[] touched = NO_NODES;
  private long[] diminished = NO_NODES;

  private IntColumn blocks = IntColumn.EMPTY;
  private Delta delta = GraphSnapshot.EMPTY.delta();
  private Delta.Side side = delta.side(Direction.FORWARD);
  private EdgeCursor edges = GraphSnapshot.EMPTY.edges(Direction.FORWARD);
  private boolean empty = true;
  private int count;
  private long[] heads = {};

  void bind(GraphSnapshot bound, Direction direction, boolean isStrict, int latestStart) {
    strict = isStrict;
    lastStart = latestStart;
    empty = bound.addedEdges() == 0 && bound.removed().isEmpty() && !isBounded();
    touched = NO_NODES;
    diminished = NO_NODES;
    if (empty) {
      return;
    }
    blocks = bound.base().adjacency(direction).blocks();
    delta = bound.delta();
    side = delta.side(direction);
    count = bound.addedEdges();
    heads = side.heads().entries();
    touched = side.touched().words();
    if (!bound.removed().isEmpty() || isBounded()) {
      edges = bound.edges(direction);
      diminished = bound.removed().touched(direction).words();
    }
  }

  boolean isEmpty() {
    return empty;
  }

  /** Whether edges are left out that start late: then all are gone through one by one. */
  private boolean isBounded() {
    return lastStart != Integer.MAX_VALUE;
  }

  boolean touches(int node) {
    return NodeSet.contains(touched, node);
  }

  /** Gathers candidates into those of an expansion whose headers were read; returns how many. */
  int gather(Expansion expansion, Frontier frontier, int from, int to) {
    int size = 0;
    int chains = 0;
    for (int i = 0; i < to - from; i++) {
      long entry = frontier.entries()[from + i];
      int ref = LabelTable.ref(entry);
      int node = Ref.isLeaf(ref) ? Ref.leaf(ref) : blocks.get(expansion.position(i));
      if (isBounded() || NodeSet.contains(diminished, node)) {
        expansion.skip(i);
        size = gatherOneByOne(expansion, size, node, LabelTable.label(entry));
      } else if (NodeSet.contains(touched, node)) {
        records[chains] = node;
        labels[chains++] = LabelTable.label(entry);
      }
    }
    for (int i = 0; i < chains; i++) {
      records[i] = HeadTable.head(heads, records[i]);
    }
    return gatherChains(expansion, size, chains);
  }

  /** One record of each node at a time, so that the reads are in flight together. */
  private int gatherChains(Expansion expansion, int gathered, int chains) {
    int size = gathered;
    int left = chains;
    while (left > 0) {
      long[] out = expansion.reserved(size, left);
      int kept = 0;
      for (int i = 0; i < left; i++) {
        int record = records[i];
        if (record == HeadTable.NONE) {
          continue;
        }
        int[] chunk = delta.chunk(record);
        int at = Delta.offset(record);
        int label = labels[i];
        if (record < count && (!strict || label <= side.end(chunk, at))) {
          out[size++] =
              LabelTable.entry(side.ref(chunk, at), arrival(side.start(chunk, at), label));
        }
        records[kept] = side.next(chunk, at);
        labels[kept++] = label;
      }
      left = kept;
    }
    return size;
  }

  private int gatherOneByOne(Expansion expansion, int gathered, int node, int label) {
    int size = gathered;
    edges.moveTo(node);
    while (edges.next()) {
      if (edges.start() <= lastStart && (!strict || label <= edges.end())) {
        expansion.reserved(size, 1)[size++] =
            LabelTable.entry(edges.ref(), arrival(edges.start(), label));
      }
    }
    return size;
  }

  private int arrival(int start, int label) {
    return strict ? Math.max(start, label) : 0;
  }
}
