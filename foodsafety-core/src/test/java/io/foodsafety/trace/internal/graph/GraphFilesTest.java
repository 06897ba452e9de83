package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
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
    save(graph());
    ColumnReader reader = new ColumnReader(saved());
    new GraphChecks(random, graphs).check(TimedGraph.open(reader).snapshot(), plain);
    reader.check();
  }

  @Test
  void growsOnFromWhatWasSaved() throws IOException {
    save(graph());
    LiveGraph live = new LiveGraph(TimedGraph.open(new ColumnReader(saved())));
    for (int i = 0; i < 300; i++) {
      Edge edge = graphs.edge(plain);
      plain.edges.add(edge);
      live.addEdge(edge.from(), edge.to(), edge.lo(), edge.hi(), edge.link());
    }
    new GraphChecks(random, graphs).check(live.publish(), plain);
    live.rebase();
    new GraphChecks(random, graphs).check(live.snapshot(), plain);
  }

  @Test
  void writesOverNothing() throws IOException {
    TimedGraph graph = graph();
    save(graph);
    assertThatThrownBy(() -> save(graph)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void nothingIsThereUntilAllIsWritten() throws IOException {
    TimedGraph graph = graph();
    assertThatThrownBy(
            () ->
                ColumnWriter.save(
                    saved(),
                    writer -> {
                      graph.save(writer);
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(saved()).doesNotExist();
    save(graph);
    assertThat(saved()).isDirectory();
  }

  @Test
  void refusesAnotherHeader() throws IOException {
    save(graph());
    Path file = saved().resolve("graph.backward.refs");
    byte[] whole = Files.readAllBytes(file);
    for (int at : new int[] {0, 4, 8, 16, 28}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(this::open).isInstanceOf(IOException.class);
    }
    for (int length : new int[] {0, 31, 32, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(this::open).isInstanceOf(IOException.class);
    }
    Files.delete(file);
    assertThatThrownBy(this::open).isInstanceOf(IOException.class);
  }

  @Test
  void seesAnyDamageWhenAllIsRead() throws IOException {
    save(graph());
    Path file = saved().resolve("graph.backward.refs");
    byte[] whole = Files.readAllBytes(file);
    for (int at : new int[] {24, 32, 100, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      ColumnReader reader = new ColumnReader(saved());
      assertThat(TimedGraph.open(reader).nodes()).isEqualTo(200);
      assertThatThrownBy(reader::check).isInstanceOf(IOException.class);
    }
  }

  private Path saved() {
    return directory.resolve("graph");
  }

  private void save(TimedGraph graph) throws IOException {
    ColumnWriter.save(saved(), graph::save);
  }

  private TimedGraph open() throws IOException {
    return TimedGraph.open(new ColumnReader(saved()));
  }
}
