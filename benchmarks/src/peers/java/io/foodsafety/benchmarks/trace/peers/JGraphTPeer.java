package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.ArrivalSearch.Arrival;
import java.util.AbstractList;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jgrapht.opt.graph.sparse.IncomingEdgesSupport;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/** JGraphT: three of its graphs, searched by its own iterator. */
final class JGraphTPeer<E> implements TracePeer {

  private final Graph<Integer, E> graph;
  private final int lots;
  private final boolean weighted;

  private JGraphTPeer(Graph<Integer, E> graph, int lots, boolean weighted) {
    this.graph = graph;
    this.lots = lots;
    this.weighted = weighted;
  }

  /** Its smallest and fastest, which cannot change. Only one way: it needs no incoming edges. */
  static TracePeer sparse(TimedEdges edges) {
    List<Pair<Integer, Integer>> pairs =
        new AbstractList<>() {
          @Override
          public Pair<Integer, Integer> get(int edge) {
            return Pair.of(edges.from(edge), edges.to(edge));
          }

          @Override
          public int size() {
            return edges.size();
          }
        };
    return new JGraphTPeer<>(
        new SparseIntDirectedGraph(
            edges.nodes(), pairs, IncomingEdgesSupport.NO_INCOMING_EDGES),
        edges.lots(),
        false);
  }

  static TracePeer multigraph(TimedEdges edges) {
    Graph<Integer, DefaultEdge> graph = new DirectedMultigraph<>(DefaultEdge.class);
    fill(graph, edges);
    return new JGraphTPeer<>(graph, edges.lots(), false);
  }

  /** The weight of an edge is its time. */
  static TracePeer weighted(TimedEdges edges) {
    Graph<Integer, DefaultWeightedEdge> graph =
        new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    fill(graph, edges);
    return new JGraphTPeer<>(graph, edges.lots(), true);
  }

  private static <E> void fill(Graph<Integer, E> graph, TimedEdges edges) {
    Integer[] nodes = new Integer[edges.nodes()];
    for (int node = 0; node < edges.nodes(); node++) {
      nodes[node] = node;
      graph.addVertex(nodes[node]);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      E added = graph.addEdge(nodes[edges.from(edge)], nodes[edges.to(edge)]);
      if (graph.getType().isWeighted()) {
        graph.setEdgeWeight(added, edges.time(edge));
      }
    }
  }

  @Override
  public boolean answers(Task task) {
    return task == Task.CLOSURE || weighted;
  }

  @Override
  public Answer closure(int start) {
    return Found.of(() -> new BreadthFirstIterator<>(graph, start), lots);
  }

  @Override
  public Answer earliestArrival(int start) {
    ArrivalSearch<Integer> search = new ArrivalSearch<>(start);
    for (Arrival<Integer> at = search.next(); at != null; at = search.next()) {
      for (E edge : graph.outgoingEdgesOf(at.node())) {
        int time = (int) graph.getEdgeWeight(edge);
        if (time >= at.time()) {
          search.offer(graph.getEdgeTarget(edge), time);
        }
      }
    }
    return search.answer(Integer::intValue, lots);
  }
}
