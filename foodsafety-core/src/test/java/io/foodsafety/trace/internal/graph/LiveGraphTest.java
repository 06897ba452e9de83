package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.foodsafety.trace.internal.graph.PlainGraph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveGraphTest {

  private record Moment(GraphSnapshot snapshot, PlainGraph plain) {}

  @Test
  void everySnapshotEqualsAReplayToItsMoment() {
    for (int seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      assertThatCode(() -> appendAndCheck(random)).as("seed %d", seed).doesNotThrowAnyException();
    }
  }

  private static void appendAndCheck(Random random) {
    RandomGraphs graphs = new RandomGraphs(random);
    PlainGraph plain = new PlainGraph();
    LiveGraph live = new LiveGraph(new TimedGraphBuilder().build());
    live.addNode();
    plain.nodes++;
    List<Moment> moments = new ArrayList<>();
    int steps = random.nextInt(200);
    for (int step = 0; step < steps; step++) {
      switch (random.nextInt(20)) {
        case 0 -> moments.add(new Moment(live.publish(), plain.copy()));
        case 1 -> live.rebase();
        case 2 -> {
          int link = random.nextInt(1 + plain.edges.size());
          live.remove(link);
          plain.edges.removeIf(edge -> edge.link() == link);
        }
        case 3, 4, 5, 6, 7 -> {
          graphs.addNode(plain);
          if (plain.hubs.contains(plain.nodes - 1)) {
            live.addHub();
          } else {
            live.addNode();
          }
        }
        default -> {
          Edge edge = graphs.edge(plain);
          plain.edges.add(edge);
          live.addEdge(edge.from(), edge.to(), edge.lo(), edge.hi(), edge.link());
        }
      }
    }
    moments.add(new Moment(live.publish(), plain.copy()));
    GraphChecks checks = new GraphChecks(random, graphs);
    for (Moment moment : moments) {
      checks.check(moment.snapshot(), moment.plain());
    }
  }
}
