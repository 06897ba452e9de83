package io.foodsafety.benchmarks.trace.peers;

import com.google.common.graph.ElementOrder;
import com.google.common.graph.MutableNetwork;
import com.google.common.graph.NetworkBuilder;
import com.google.common.graph.Traverser;
import io.foodsafety.benchmarks.trace.peers.ArrivalSearch.Arrival;

/** Guava's graph whose edges are objects, and may be parallel. */
final class GuavaNetworkPeer implements TracePeer {

  /** An edge, with its time. The number is what makes it one of its own. */
  private record Move(int number, int time) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Move move && move.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  private final MutableNetwork<Integer, Move> network;
  private final Traverser<Integer> traverser;
  private final int lots;

  GuavaNetworkPeer(TimedEdges edges) {
    network =
        NetworkBuilder.directed()
            .allowsParallelEdges(true)
            .expectedNodeCount(edges.nodes())
            .expectedEdgeCount(edges.size())
            .nodeOrder(ElementOrder.unordered())
            .edgeOrder(ElementOrder.unordered())
            .build();
    for (int node = 0; node < edges.nodes(); node++) {
      network.addNode(node);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      network.addEdge(edges.from(edge), edges.to(edge), new Move(edge, edges.time(edge)));
    }
    traverser = Traverser.forGraph(network);
    lots = edges.lots();
  }

  @Override
  public Answer closure(int start) {
    return Found.of(traverser.breadthFirst(start), lots);
  }

  @Override
  public Answer earliestArrival(int start) {
    ArrivalSearch<Integer> search = new ArrivalSearch<>(start);
    for (Arrival<Integer> at = search.next(); at != null; at = search.next()) {
      for (Move move : network.outEdges(at.node())) {
        if (move.time() >= at.time()) {
          search.offer(network.incidentNodes(move).target(), move.time());
        }
      }
    }
    return search.answer(Integer::intValue, lots);
  }
}
