package io.foodsafety.benchmarks.trace.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.benchmarks.trace.peers.PeerResult.TaskResult;
import io.foodsafety.benchmarks.trace.peers.ReferenceSearch.Expected;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison measures is right, on a network so small that it takes no time. */
class PairedRunTest {

  private static final int EDGES = 3000;
  private static final int STARTS = 100;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oursAndPlainObjectsFindWhatThePlainestSearchFinds(boolean transformationNodes) {
    TimedEdges edges = TimedEdges.generate(1, EDGES, transformationNodes);
    List<TracePeer> peers =
        List.of(new FoodSafetyPeer(edges), new ObjectsPeer(edges), new MarkedObjectsPeer(edges));
    for (Task task : Task.values()) {
      for (Expected expected : new Starts(edges, task, STARTS, 2).all()) {
        for (TracePeer peer : peers) {
          assertThat(task.ask(peer, expected.start())).isEqualTo(expected.answer());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void givesFigures(Task task) {
    TimedEdges edges = TimedEdges.generate(1, EDGES, true);
    Starts starts = new Starts(edges, task, STARTS, 2);
    TaskResult result =
        new PairedRun(new FoodSafetyPeer(edges), new ObjectsPeer(edges), task, starts).run(3, 0.01);
    assertThat(result.starts()).isBetween(20, STARTS);
    assertThat(result.meanLots()).isGreaterThanOrEqualTo(Starts.FEWEST_LOTS);
    assertThat(result.ratio()).isBetween(result.leastRatio(), result.greatestRatio());
    assertThat(result.ours().nanosPerEdge()).isPositive();
    assertThat(result.theirs().closuresPerSecond()).isPositive();
  }

  @Test
  void refusesAWrongAnswer() {
    TimedEdges edges = TimedEdges.generate(1, EDGES, true);
    TracePeer wrong = new FoodSafetyPeer(TimedEdges.generate(3, EDGES, true));
    Starts starts = new Starts(edges, Task.CLOSURE, STARTS, 2);
    PairedRun run = new PairedRun(new FoodSafetyPeer(edges), wrong, Task.CLOSURE, starts);
    assertThatThrownBy(() -> run.run(1, 0.01)).hasMessageContaining("is right");
  }
}
