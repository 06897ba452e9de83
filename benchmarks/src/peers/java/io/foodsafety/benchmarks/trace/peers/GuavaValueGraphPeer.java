package io.foodsafety.benchmarks.trace.peers;

import com.google.common.graph.ElementOrder;
import com.google.common.graph.MutableValueGraph;
import com.google.common.graph.Traverser;
import com.google.common.graph.ValueGraphBuilder;

/**
 * Guava's graph with a value per edge: the smaller of its two that know times, but with one edge
 * per pair of nodes only, so that it cannot answer for times.
 */
final class GuavaValueGraphPeer implements TracePeer {

  private final Traverser<Integer> traverser;
  private final int lots;

  GuavaValueGraphPeer(TimedEdges edges) {
    MutableValueGraph<Integer, Integer> graph =
        ValueGraphBuilder.directed()
            .expectedNodeCount(edges.nodes())
            .nodeOrder(ElementOrder.unordered())
            .build();
    for (int node = 0; node < edges.nodes(); node++) {
      graph.addNode(node);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      graph.putEdgeValue(edges.from(edge), edges.to(edge), edges.time(edge));
    }
    traverser = Traverser.forGraph(graph);
    lots = edges.lots();
  }

  @Override
  public boolean answers(Task task) {
    return task == Task.CLOSURE;
  }

  @Override
  public Answer closure(int start) {
    return Found.of(traverser.breadthFirst(start), lots);
  }

  @Override
  public Answer earliestArrival(int start) {
    throw new UnsupportedOperationException("Parallel edges are one here.");
  }
}
