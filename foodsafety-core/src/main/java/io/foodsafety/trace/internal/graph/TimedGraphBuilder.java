package io.foodsafety.trace.internal.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;

/** Takes edges one at a time, in any order; best is the order of their times. */
public final class TimedGraphBuilder {

  private int nodes;
  private final BitSet hubs = new BitSet();
  private int edges;
  private int[] from;
  private int[] to;
  private int[] lo;
  private int[] hi;
  private int[] link;

  /** An empty graph. */
  public TimedGraphBuilder() {
    this(1024);
  }

  /** An empty graph with room for that many edges. */
  public TimedGraphBuilder(int expectedEdges) {
    from = new int[expectedEdges];
    to = new int[expectedEdges];
    lo = new int[expectedEdges];
    hi = new int[expectedEdges];
    link = new int[expectedEdges];
  }

  /** Makes sure that there are at least so many nodes; an edge makes its ends. */
  public TimedGraphBuilder nodes(int count) {
    nodes = Math.max(nodes, count);
    return this;
  }

  /** Makes a node a hub: to pass it costs no depth, and no result lists it. */
  public TimedGraphBuilder hub(int node) {
    nodes = Math.max(nodes, checked(node) + 1);
    hubs.set(node);
    return this;
  }

  /**
   * Adds an edge.
   *
   * @param lo {@link EdgeTime#OPEN_LO} or less if unknown
   * @param hi {@link EdgeTime#OPEN_HI} or more if unknown; {@link EdgeTime#NEVER} for an edge that
   *     strict tracing does not take
   */
  public TimedGraphBuilder edge(int from, int to, int lo, int hi, int link) {
    if (edges == this.from.length) {
      grow();
    }
    this.from[edges] = checked(from);
    this.to[edges] = checked(to);
    this.lo[edges] = EdgeTime.lo(lo, hi);
    this.hi[edges] = EdgeTime.hi(hi);
    this.link[edges] = link;
    nodes = Math.max(nodes, Math.max(from, to) + 1);
    edges++;
    return this;
  }

  /**
   * The graph. Both directions are built at once, on two threads.
   *
   * @throws IllegalArgumentException if an edge joins two hubs
   */
  public TimedGraph build() {
    if (!hubs.isEmpty()) {
      checkHubs();
    }
    CompletableFuture<Adjacency> backward =
        CompletableFuture.supplyAsync(() -> new AdjacencyBuilder(this, Direction.BACKWARD).build());
    Adjacency forward = new AdjacencyBuilder(this, Direction.FORWARD).build();
    return new TimedGraph(nodes, edges, forward, backward.join());
  }

  int nodeCount() {
    return nodes;
  }

  int edgeCount() {
    return edges;
  }

  boolean isHub(int node) {
    return hubs.get(node);
  }

  /** Where the edges begin if followed in a direction. */
  int[] origins(Direction direction) {
    return direction == Direction.FORWARD ? from : to;
  }

  int lo(int edge) {
    return lo[edge];
  }

  int hi(int edge) {
    return hi[edge];
  }

  int link(int edge) {
    return link[edge];
  }

  private void checkHubs() {
    for (int edge = 0; edge < edges; edge++) {
      if (hubs.get(from[edge]) && hubs.get(to[edge])) {
        throw new IllegalArgumentException(
            "An edge must not join two hubs (" + from[edge] + ", " + to[edge] + ").");
      }
    }
  }

  private void grow() {
    int capacity = Math.max(1024, Math.addExact(edges, edges >> 1));
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    lo = Arrays.copyOf(lo, capacity);
    hi = Arrays.copyOf(hi, capacity);
    link = Arrays.copyOf(link, capacity);
  }

  private static int checked(int node) {
    if (node < 0) {
      throw new IllegalArgumentException("A node (" + node + ") must not be negative.");
    }
    return node;
  }
}
