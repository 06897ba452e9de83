package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;

/** An immutable graph with timed edges, both ways. */
public final class TimedGraph {

  private final int nodes;
  private final int edges;
  private final Adjacency forward;
  private final Adjacency backward;

  TimedGraph(int nodes, int edges, Adjacency forward, Adjacency backward) {
    this.nodes = nodes;
    this.edges = edges;
    this.forward = forward;
    this.backward = backward;
  }

  /**
   * Maps what {@link #save} wrote.
   *
   * @throws IOException if a file is missing, has another length than it names, or is of a version
   *     that is not known; what is in the files is for {@link ColumnReader#check} to see
   */
  public static TimedGraph open(ColumnReader reader) throws IOException {
    return GraphFiles.open(reader);
  }

  /** Writes the graph. */
  public void save(ColumnWriter writer) throws IOException {
    GraphFiles.save(this, writer);
  }

  /** The number of nodes, hubs included. */
  public int nodes() {
    return nodes;
  }

  /** The number of edges. */
  public int edges() {
    return edges;
  }

  /** Whether a node is a hub. */
  public boolean isHub(int node) {
    return Ref.isHub(forward.ref(node));
  }

  /** Bytes of both directions, with times, without links. */
  public long searchBytes() {
    return forward.searchBytes() + backward.searchBytes();
  }

  /** Bytes of the links of both directions. */
  public long linkBytes() {
    return forward.linkBytes() + backward.linkBytes();
  }

  /** What a search takes. */
  public GraphSnapshot snapshot() {
    return GraphSnapshot.of(this);
  }

  Adjacency adjacency(Direction direction) {
    return direction == Direction.FORWARD ? forward : backward;
  }
}
