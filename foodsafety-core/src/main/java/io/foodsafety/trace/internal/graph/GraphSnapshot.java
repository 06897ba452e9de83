package io.foodsafety.trace.internal.graph;

/**
 * A graph as it was at one moment: it does not change, however long a search of it runs. Safe for
 * use by any number of threads.
 */
public final class GraphSnapshot {

  /** No nodes, no edges. */
  static final GraphSnapshot EMPTY = of(new TimedGraphBuilder().build());

  private final TimedGraph base;
  private final Delta delta;
  private final int count;
  private final int nodes;
  private final RemovedLinks removed;

  GraphSnapshot(TimedGraph base, Delta delta, RemovedLinks removed) {
    this.base = base;
    this.delta = delta;
    this.count = delta.count();
    this.nodes = delta.nodes();
    this.removed = removed;
  }

  /** All of an immutable graph. */
  public static GraphSnapshot of(TimedGraph graph) {
    return new GraphSnapshot(graph, new Delta(graph), RemovedLinks.of(new Removals()));
  }

  /** The number of nodes, hubs included. */
  public int nodes() {
    return nodes;
  }

  /** The number of edges that were added since the base was built, removed ones included. */
  public int addedEdges() {
    return count;
  }

  /** The number of removals since the base was built. */
  public int removedEdges() {
    return removed.count();
  }

  /** Whether a node is a hub. */
  public boolean isHub(int node) {
    return delta.isHub(node);
  }

  /** A cursor over the edges of one node after the other. */
  public EdgeCursor edges(Direction direction) {
    return new EdgeCursor(this, direction);
  }

  TimedGraph base() {
    return base;
  }

  Delta delta() {
    return delta;
  }

  RemovedLinks removed() {
    return removed;
  }

  /** The reference of a node, checked. */
  int ref(int node, Direction direction) {
    if (node < 0 || node >= nodes) {
      throw new IndexOutOfBoundsException("The node (" + node + ") must be below " + nodes + ".");
    }
    return delta.ref(node, direction);
  }

  /** A base of its own with the same nodes and edges. */
  TimedGraph merged() {
    TimedGraphBuilder builder = new TimedGraphBuilder(base.edges() + count).nodes(nodes);
    EdgeCursor edges = edges(Direction.FORWARD);
    for (int node = 0; node < nodes; node++) {
      if (isHub(node)) {
        builder.hub(node);
      }
      edges.moveTo(node);
      while (edges.next()) {
        builder.edge(node, edges.node(), edges.lo(), edges.hi(), edges.link());
      }
    }
    return builder.build();
  }
}
