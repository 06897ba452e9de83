package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
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
          Edge gone = anyEdge(plain, graphs, random);
          live.remove(gone.from(), gone.to(), gone.link());
          plain.edges.removeIf(
              edge ->
                  edge.from() == gone.from()
                      && edge.to() == gone.to()
                      && edge.link() == gone.link());
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

  /** An edge that is there, or one that may not be. */
  private static Edge anyEdge(PlainGraph plain, RandomGraphs graphs, Random random) {
    return plain.edges.isEmpty() || random.nextInt(4) == 0
        ? graphs.edge(plain)
        : plain.edges.get(random.nextInt(plain.edges.size()));
  }

  @Test
  void anEdgeCanBeReplacedAgainAndAgain() {
    LiveGraph live = new LiveGraph(new TimedGraphBuilder().nodes(3).build());
    live.addEdge(0, 1, 0, 0, 7);
    List<GraphSnapshot> snapshots = new ArrayList<>();
    for (int time = 1; time <= 100; time++) {
      live.remove(0, 1, 7);
      live.remove(0, 2, 7); // there is none
      live.addEdge(0, 1, time, time, 7);
      snapshots.add(live.publish());
      if (time % 30 == 0) {
        live.rebase();
      }
    }
    for (int time = 1; time <= 100; time++) {
      EdgeCursor edges = snapshots.get(time - 1).edges(Direction.FORWARD);
      edges.moveTo(0);
      assertThat(edges.next()).isTrue();
      assertThat(edges.lo()).isEqualTo(time);
      assertThat(edges.next()).isFalse();
    }
    live.remove(0, 1, 7);
    assertThat(live.publish().removedEdges()).isGreaterThan(0);
    live.rebase();
    assertThat(live.snapshot().removedEdges()).isZero();
  }
}
