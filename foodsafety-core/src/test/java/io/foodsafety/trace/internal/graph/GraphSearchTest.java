package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.trace.internal.graph.PlainGraph.Edge;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphSearchTest {

  @Test
  void equalsThePlainSearchOnRandomGraphs() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      RandomGraphs graphs = new RandomGraphs(random);
      PlainGraph plain = new PlainGraph();
      TimedGraphBuilder builder = new TimedGraphBuilder(0);
      int nodes = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 30);
      for (int i = 0; i < nodes; i++) {
        graphs.addNode(plain);
      }
      plain.hubs.remove(0);
      plain.hubs.forEach(builder::hub);
      int edges = random.nextInt(1 + nodes * 4);
      for (int i = 0; i < edges; i++) {
        Edge edge = graphs.edge(plain);
        plain.edges.add(edge);
        builder.edge(edge.from(), edge.to(), edge.lo(), edge.hi(), edge.link());
      }
      TimedGraph graph = builder.nodes(nodes).build();
      GraphSnapshot snapshot = graph.snapshot();
      assertThat(graph.edges()).isEqualTo(edges);
      assertThatCode(() -> new GraphChecks(random, graphs).check(snapshot, plain))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void refusesAnEdgeBetweenHubs() {
    TimedGraphBuilder builder = new TimedGraphBuilder().hub(0).hub(1).edge(0, 1, 0, 0, 0);
    assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoNode() {
    GraphSnapshot empty = new TimedGraphBuilder().build().snapshot();
    assertThatThrownBy(
            () -> new Closure().search(empty, Direction.FORWARD, new int[] {0}, SearchLimits.NONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
