package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.ArrivalSearch.Arrival;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.tinkerpop.gremlin.process.traversal.dsl.graph.GraphTraversalSource;
import org.apache.tinkerpop.gremlin.process.traversal.dsl.graph.__;
import org.apache.tinkerpop.gremlin.structure.Direction;
import org.apache.tinkerpop.gremlin.structure.Edge;
import org.apache.tinkerpop.gremlin.structure.T;
import org.apache.tinkerpop.gremlin.structure.Vertex;
import org.apache.tinkerpop.gremlin.tinkergraph.structure.TinkerGraph;

/** TinkerGraph, by the interfaces of its vertices, or by Gremlin. */
final class TinkerGraphPeer implements TracePeer {

  private static final String SENT = "sent";
  private static final String TIME = "time";

  private final TinkerGraph graph = TinkerGraph.open();
  private final GraphTraversalSource gremlin = graph.traversal();
  private final int lots;
  private final boolean byGremlin;

  private TinkerGraphPeer(TimedEdges edges, boolean byGremlin) {
    this.lots = edges.lots();
    this.byGremlin = byGremlin;
    Vertex[] vertices = new Vertex[edges.nodes()];
    for (int node = 0; node < vertices.length; node++) {
      vertices[node] = graph.addVertex(T.id, node);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      vertices[edges.from(edge)].addEdge(
          SENT, vertices[edges.to(edge)], TIME, edges.time(edge));
    }
  }

  static TracePeer api(TimedEdges edges) {
    return new TinkerGraphPeer(edges, false);
  }

  static TracePeer gremlin(TimedEdges edges) {
    return new TinkerGraphPeer(edges, true);
  }

  @Override
  public boolean answers(Task task) {
    return task == Task.CLOSURE || !byGremlin;
  }

  @Override
  public Answer closure(int start) {
    return byGremlin ? closureByGremlin(start) : closureByApi(start);
  }

  /** The duplicates are left out within the loop: else Gremlin walks every path. */
  private Answer closureByGremlin(int start) {
    Iterator<Object> ids =
        gremlin.V(start).emit().repeat(__.out(SENT).dedup()).dedup().id();
    Found found = new Found(lots);
    ids.forEachRemaining(id -> found.add((Integer) id));
    return found.answer();
  }

  private Answer closureByApi(int start) {
    Found found = new Found(lots);
    Set<Vertex> seen = new HashSet<>();
    Deque<Vertex> queue = new ArrayDeque<>();
    Vertex first = graph.vertices(start).next();
    seen.add(first);
    queue.add(first);
    for (Vertex vertex = queue.poll(); vertex != null; vertex = queue.poll()) {
      found.add((Integer) vertex.id());
      Iterator<Vertex> out = vertex.vertices(Direction.OUT, SENT);
      while (out.hasNext()) {
        Vertex next = out.next();
        if (seen.add(next)) {
          queue.add(next);
        }
      }
    }
    return found.answer();
  }

  @Override
  public Answer earliestArrival(int start) {
    ArrivalSearch<Vertex> search = new ArrivalSearch<>(graph.vertices(start).next());
    for (Arrival<Vertex> at = search.next(); at != null; at = search.next()) {
      Iterator<Edge> out = at.node().edges(Direction.OUT, SENT);
      while (out.hasNext()) {
        Edge edge = out.next();
        int time = edge.<Integer>value(TIME);
        if (time >= at.time()) {
          search.offer(edge.inVertex(), time);
        }
      }
    }
    return search.answer(vertex -> (Integer) vertex.id(), lots);
  }

  @Override
  public void close() {
    graph.close();
  }
}
