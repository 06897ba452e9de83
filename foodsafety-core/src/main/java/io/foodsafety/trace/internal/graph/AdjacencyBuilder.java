package io.foodsafety.trace.internal.graph;

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
    int[] refs = new int[edges.nodeCount()];
    long size = place(refs);
    int[] blocks = new int[Math.toIntExact(size)];
    int[] links = new int[blocks.length >> 1];
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
  private long place(int[] refs) {
    long position = Adjacency.HEADER;
    for (int node = 0; node < refs.length; node++) {
      long ranges = (long) delayed[node] + wide[node];
      if (points[node] + ranges == 0) {
        refs[node] = Ref.ofLeaf(node, edges.isHub(node));
        continue;
      }
      refs[node] = Ref.ofBlock(position, edges.isHub(node));
      position += ranges == 0 ? Adjacency.HEADER : Adjacency.LONG_HEADER;
      position += Adjacency.POINT * (long) points[node] + Adjacency.RANGE * ranges;
      position += position & 1;
    }
    return position;
  }

  private void writeHeaders(int[] refs, int[] blocks) {
    for (int node = 0; node < refs.length; node++) {
      if (Ref.isLeaf(refs[node])) {
        continue;
      }
      int at = Ref.block(refs[node]);
      blocks[at] = node;
      blocks[at + 1] = points[node];
      int next = at + Adjacency.HEADER;
      if (delayed[node] + wide[node] > 0) {
        blocks[at + 1] |= Adjacency.HAS_RANGES;
        blocks[at + 2] = delayed[node];
        blocks[at + 3] = wide[node];
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

  private void fill(int[] refs, int[] blocks, int[] links) {
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      int node = origins[edge];
      int ref = refs[ends[edge]];
      int lo = direction.start(edges.lo(edge), edges.hi(edge));
      int hi = direction.end(edges.lo(edge), edges.hi(edge));
      int[] region = region(lo, hi);
      int at;
      if (region == points) {
        at = region[node] -= Adjacency.POINT;
        blocks[at] = lo == hi ? ref : ref | Ref.DAY;
        blocks[at + 1] = lo;
      } else {
        at = region[node] -= Adjacency.RANGE;
        blocks[at] = ref;
        blocks[at + 1] = lo;
        blocks[at + 2] = hi;
      }
      links[at >>> 1] = edges.link(edge);
    }
  }

  private static void sort(int[] blocks, int[] links) {
    RegionSort sort = new RegionSort(blocks, links);
    int at = Adjacency.HEADER;
    while (at < blocks.length) {
      int count = blocks[at + 1] & Adjacency.COUNT_MASK;
      if (blocks[at + 1] >= 0) {
        at += Adjacency.HEADER;
        sort.points(at, count);
        at += Adjacency.POINT * count;
        continue;
      }
      int delayedCount = blocks[at + 2];
      int wideCount = blocks[at + 3];
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
