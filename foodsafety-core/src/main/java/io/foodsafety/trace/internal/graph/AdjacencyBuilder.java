package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.IntColumn;

/** Lays out the edges of one direction by a counting sort, then sorts those of each node. */
final class AdjacencyBuilder {

  private final TimedGraphBuilder edges;
  private final Direction direction;
  private final int[] origins;
  private final int[] ends;

  /** First the counts of a node's points, delayed and wide edges, then where the next one goes. */
  private final int[] points;

  private final int[] delayed;
  private final int[] wide;

  AdjacencyBuilder(TimedGraphBuilder edges, Direction direction) {
    this.edges = edges;
    this.direction = direction;
    this.origins = edges.origins(direction);
    this.ends =
        edges.origins(direction == Direction.FORWARD ? Direction.BACKWARD : Direction.FORWARD);
    this.points = new int[edges.nodeCount()];
    this.delayed = new int[edges.nodeCount()];
    this.wide = new int[edges.nodeCount()];
  }

  Adjacency build() {
    count();
    IntColumn refs = new IntColumn(edges.nodeCount());
    long size = place(refs);
    IntColumn blocks = new IntColumn(size);
    IntColumn links = new IntColumn(size >> 1);
    writeHeaders(refs, blocks);
    fill(refs, blocks, links);
    sort(blocks, links);
    return new Adjacency(blocks, links, refs);
  }

  private void count() {
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      region(edges.lo(edge), edges.hi(edge))[origins[edge]]++;
    }
  }

  private int[] region(int lo, int hi) {
    if (EdgeTime.isInstant(lo, hi) || EdgeTime.isDay(lo, hi)) {
      return points;
    }
    return lo > hi ? delayed : wide;
  }

  /** Gives each node its reference; returns the size of all blocks. */
  private long place(IntColumn refs) {
    long position = Adjacency.HEADER;
    for (int node = 0; node < refs.length(); node++) {
      long ranges = (long) delayed[node] + wide[node];
      if (points[node] + ranges == 0) {
        refs.set(node, Ref.ofLeaf(node, edges.isHub(node)));
        continue;
      }
      refs.set(node, Ref.ofBlock(position, edges.isHub(node)));
      position += ranges == 0 ? Adjacency.HEADER : Adjacency.LONG_HEADER;
      position += Adjacency.POINT * (long) points[node] + Adjacency.RANGE * ranges;
      position += position & 1;
    }
    return position;
  }

  private void writeHeaders(IntColumn refs, IntColumn blocks) {
    for (int node = 0; node < refs.length(); node++) {
      if (Ref.isLeaf(refs.get(node))) {
        continue;
      }
      int at = Ref.block(refs.get(node));
      blocks.set(at, node);
      blocks.set(at + 1, points[node]);
      int next = at + Adjacency.HEADER;
      if (delayed[node] + wide[node] > 0) {
        blocks.set(at + 1, points[node] | Adjacency.HAS_RANGES);
        blocks.set(at + 2, delayed[node]);
        blocks.set(at + 3, wide[node]);
        next = at + Adjacency.LONG_HEADER;
      }
      // each region is filled from its end: edges in order of time need no sorting then
      next += Adjacency.POINT * points[node];
      points[node] = next;
      next += Adjacency.RANGE * delayed[node];
      delayed[node] = next;
      wide[node] = next + Adjacency.RANGE * wide[node];
    }
  }

  private void fill(IntColumn refs, IntColumn blocks, IntColumn links) {
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      int node = origins[edge];
      int ref = refs.get(ends[edge]);
      int lo = direction.start(edges.lo(edge), edges.hi(edge));
      int hi = direction.end(edges.lo(edge), edges.hi(edge));
      int[] region = region(lo, hi);
      int at;
      if (region == points) {
        at = region[node] -= Adjacency.POINT;
        blocks.set(at, lo == hi ? ref : ref | Ref.DAY);
        blocks.set(at + 1, lo);
      } else {
        at = region[node] -= Adjacency.RANGE;
        blocks.set(at, ref);
        blocks.set(at + 1, lo);
        blocks.set(at + 2, hi);
      }
      links.set(at >>> 1, edges.link(edge));
    }
  }

  private static void sort(IntColumn blocks, IntColumn links) {
    RegionSort sort = new RegionSort(blocks, links);
    int at = Adjacency.HEADER;
    while (at < blocks.length()) {
      int count = blocks.get(at + 1) & Adjacency.COUNT_MASK;
      if (blocks.get(at + 1) >= 0) {
        at += Adjacency.HEADER;
        sort.points(at, count);
        at += Adjacency.POINT * count;
        continue;
      }
      int delayedCount = blocks.get(at + 2);
      int wideCount = blocks.get(at + 3);
      at += Adjacency.LONG_HEADER;
      sort.points(at, count);
      at += Adjacency.POINT * count;
      sort.ranges(at, delayedCount);
      at += Adjacency.RANGE * delayedCount;
      sort.ranges(at, wideCount);
      at += Adjacency.RANGE * wideCount;
      at += at & 1;
    }
  }
}
