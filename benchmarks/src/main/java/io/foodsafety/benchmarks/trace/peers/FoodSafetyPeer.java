package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.trace.internal.graph.Closure;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.SearchLimits;
import io.foodsafety.trace.internal.graph.TimedGraph;
import io.foodsafety.trace.internal.graph.TimedGraphBuilder;

/** Ours. */
final class FoodSafetyPeer implements TracePeer {

  private final GraphSnapshot graph;
  private final Closure closure = new Closure();
  private final int[] start = new int[1];
  private final int[] since = new int[1];

  FoodSafetyPeer(TimedEdges edges) {
    TimedGraphBuilder builder = new TimedGraphBuilder(edges.size()).nodes(edges.nodes());
    for (int hub = edges.lots(); hub < edges.nodes(); hub++) {
      builder.hub(hub);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      int time = edges.time(edge);
      builder.edge(edges.from(edge), edges.to(edge), time, time, edge);
    }
    TimedGraph built = builder.build();
    graph = built.snapshot();
  }

  @Override
  public Answer closure(int node) {
    start[0] = node;
    closure.search(graph, Direction.FORWARD, start, SearchLimits.NONE);
    long ids = 0;
    for (int i = 0; i < closure.size(); i++) {
      ids += closure.node(i);
    }
    return new Answer(closure.size(), ids, 0);
  }

  @Override
  public Answer earliestArrival(int node) {
    start[0] = node;
    closure.searchStrictly(graph, Direction.FORWARD, start, since, SearchLimits.NONE);
    long ids = 0;
    long arrivals = 0;
    for (int i = 0; i < closure.size(); i++) {
      ids += closure.node(i);
      arrivals += closure.label(i);
    }
    return new Answer(closure.size(), ids, arrivals);
  }
}
