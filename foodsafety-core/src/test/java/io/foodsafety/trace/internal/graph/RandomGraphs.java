package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.graph.PlainGraph.Edge;
import java.util.Random;

/** Small random multigraphs with everything in them that is legal. */
final class RandomGraphs {

  private final Random random;
  private final int span;
  private final double hubShare;
  private int nextLink;

  RandomGraphs(Random random) {
    this.random = random;
    this.span = random.nextInt(5) == 0 ? 4 : 20 * EdgeTime.DAY;
    this.hubShare = random.nextInt(3) == 0 ? 0 : 0.2;
  }

  void addNode(PlainGraph graph) {
    if (random.nextDouble() < hubShare) {
      graph.hubs.add(graph.nodes);
    }
    graph.nodes++;
  }

  Edge edge(PlainGraph graph) {
    int from;
    int to;
    do {
      from = skewed(graph.nodes);
      to = random.nextInt(12) == 0 ? from : skewed(graph.nodes);
    } while (graph.hubs.contains(from) && graph.hubs.contains(to));
    int lo = random.nextInt(span);
    int hi =
        switch (random.nextInt(8)) {
          case 0, 1 -> lo;
          case 2, 3, 4 -> lo + EdgeTime.DAY;
          case 5 -> lo - random.nextInt(span);
          case 6 -> lo + random.nextInt(span);
          default -> special();
        };
    if (random.nextInt(12) == 0) {
      lo = EdgeTime.OPEN_LO;
    }
    int link = random.nextInt(6) == 0 && nextLink > 0 ? random.nextInt(nextLink) : nextLink++;
    return new Edge(from, to, lo, hi, link);
  }

  int label() {
    return switch (random.nextInt(10)) {
      case 0 -> EdgeTime.OPEN_LO;
      case 1 -> EdgeTime.OPEN_HI;
      default -> random.nextInt(span);
    };
  }

  int skewed(int nodes) {
    return random.nextBoolean() ? random.nextInt(nodes) : random.nextInt(1 + nodes / 8);
  }

  private int special() {
    return random.nextBoolean() ? EdgeTime.OPEN_HI : EdgeTime.NEVER;
  }
}
