package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;

/**
 * A graph that grows while it is read. Writers append, and {@link #publish} makes what they
 * appended visible, all of it at once; readers never wait, for no writer and for no {@link
 * #rebase}.
 */
public final class LiveGraph {

  private final Object writing = new Object();
  private final Object rebasing = new Object();
  private Delta delta;
  private Removals removals = new Removals();
  private volatile GraphSnapshot published;

  /** A graph that begins with these edges. */
  public LiveGraph(TimedGraph base) {
    delta = new Delta(base);
    published = new GraphSnapshot(base, delta, RemovedLinks.of(removals));
  }

  /** The graph as it was last published. */
  public GraphSnapshot snapshot() {
    return published;
  }

  /** The number of nodes that were appended until now, hubs included. */
  public int nodes() {
    synchronized (writing) {
      return delta.nodes();
    }
  }

  /** Appends a node; returns its id, the next one. */
  public int addNode() {
    synchronized (writing) {
      return delta.addNode(false);
    }
  }

  /** Appends a hub; returns its id, the next one. */
  public int addHub() {
    synchronized (writing) {
      return delta.addNode(true);
    }
  }

  /**
   * Appends an edge; see {@link TimedGraphBuilder#edge}.
   *
   * @throws IndexOutOfBoundsException if there is no such node
   * @throws IllegalArgumentException if both ends are hubs
   */
  public void addEdge(int from, int to, int lo, int hi, int link) {
    synchronized (writing) {
      check(from);
      check(to);
      if (delta.isHub(from) && delta.isHub(to)) {
        throw new IllegalArgumentException(
            "An edge must not join two hubs (" + from + ", " + to + ").");
      }
      delta.add(from, to, EdgeTime.lo(lo, hi), EdgeTime.hi(hi), link);
    }
  }

  /**
   * Removes all edges from one node to another with a link that were appended until now.
   *
   * @throws IndexOutOfBoundsException if there is no such node
   */
  public void remove(int from, int to, int link) {
    synchronized (writing) {
      check(from);
      check(to);
      removals.add(from, to, link, delta.count());
    }
  }

  /** Makes everything until now visible. */
  public GraphSnapshot publish() {
    synchronized (writing) {
      GraphSnapshot now = new GraphSnapshot(published.base(), delta, RemovedLinks.of(removals));
      published = now;
      return now;
    }
  }

  /**
   * Merges what is published into a new base, without the removed edges. Writers may go on
   * meanwhile; they wait only while what they appended since is carried over. Snapshots stay valid.
   */
  public void rebase() {
    synchronized (rebasing) {
      GraphSnapshot merging = published;
      TimedGraph base = merging.merged();
      synchronized (writing) {
        replace(merging, base);
      }
    }
  }

  /**
   * Writes what is published; {@link #rebase} must have been called since it was.
   *
   * @throws IllegalStateException if it was not
   */
  public void save(ColumnWriter columns) throws IOException {
    GraphSnapshot now = published;
    if (now.addedEdges() + now.removedEdges() > 0 || now.nodes() > now.base().nodes()) {
      throw new IllegalStateException("A graph is saved after a rebase only.");
    }
    now.base().save(columns);
  }

  private void replace(GraphSnapshot merged, TimedGraph base) {
    int carried = merged.addedEdges();
    Delta old = delta;
    GraphSnapshot visible = published;
    Delta next = new Delta(base);
    Removals still = new Removals();
    carry(merged.nodes(), visible.nodes(), carried, visible.addedEdges(), old, next);
    int seen = visible.removedEdges();
    still.addAll(removals, merged.removedEdges(), seen, carried);
    published = new GraphSnapshot(base, next, RemovedLinks.of(still));
    carry(visible.nodes(), old.nodes(), visible.addedEdges(), old.count(), old, next);
    still.addAll(removals, seen, removals.count(), carried);
    delta = next;
    removals = still;
  }

  private static void carry(
      int firstNode, int nodes, int firstRecord, int records, Delta from, Delta to) {
    for (int node = firstNode; node < nodes; node++) {
      to.addNode(from.isHub(node));
    }
    for (int record = firstRecord; record < records; record++) {
      to.add(
          from.from(record), from.to(record), from.lo(record), from.hi(record), from.link(record));
    }
  }

  private void check(int node) {
    if (node < 0 || node >= delta.nodes()) {
      throw new IndexOutOfBoundsException(
          "The node (" + node + ") must be below " + delta.nodes() + ".");
    }
  }
}
