package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.trace.internal.graph.PlainGraph.Edge;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFilesTest {

  @TempDir Path directory;

  private final Random random = new Random(5);
  private final RandomGraphs graphs = new RandomGraphs(random);
  private final PlainGraph plain = new PlainGraph();

  private TimedGraph graph() {
    TimedGraphBuilder builder = new TimedGraphBuilder();
    plain.nodes = 200;
    for (int i = 0; i < 600; i++) {
      Edge edge = graphs.edge(plain);
      plain.edges.add(edge);
      builder.edge(edge.from(), edge.to(), edge.lo(), edge.hi(), edge.link());
    }
    return builder.nodes(200).build();
  }

  @Test
  void opensWhatWasSaved() throws IOException {
    graph().save(directory.resolve("graph"));
    new GraphChecks(random, graphs)
        .check(TimedGraph.open(directory.resolve("graph")).snapshot(), plain);
  }

  @Test
  void writesOverNothing() throws IOException {
    TimedGraph graph = graph();
    graph.save(directory);
    assertThatThrownBy(() -> graph.save(directory)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void refusesAnyDamage() throws IOException {
    graph().save(directory);
    Path file = directory.resolve("backward.refs");
    byte[] whole = Files.readAllBytes(file);
    for (int at : new int[] {0, 4, 8, 12, 16, 20, 32, 100, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      refuses(file, damaged);
    }
    for (int length : new int[] {0, 31, 32, whole.length - 1}) {
      refuses(file, Arrays.copyOf(whole, length));
    }
  }

  private void refuses(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> TimedGraph.open(directory)).isInstanceOf(IOException.class);
  }
}
