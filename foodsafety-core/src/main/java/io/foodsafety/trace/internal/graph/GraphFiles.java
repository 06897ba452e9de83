package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.IntColumn;
import java.io.IOException;
import java.util.Locale;

/** The columns of a graph in a directory, beside those of others. */
final class GraphFiles {

  private static final String COUNTS = "graph.counts";

  private GraphFiles() {}

  static void save(TimedGraph graph, ColumnWriter writer) throws IOException {
    IntColumn counts = new IntColumn(2);
    counts.set(0, graph.nodes());
    counts.set(1, graph.edges());
    writer.ints(COUNTS, counts);
    for (Direction direction : Direction.values()) {
      Adjacency adjacency = graph.adjacency(direction);
      writer.ints(name(direction, "blocks"), adjacency.blocks());
      writer.ints(name(direction, "links"), adjacency.links());
      writer.ints(name(direction, "refs"), adjacency.refs());
    }
  }

  static TimedGraph open(ColumnReader reader) throws IOException {
    IntColumn counts = reader.ints(COUNTS);
    if (counts.length() != 2) {
      throw new IOException("The counts of the graph are not two.");
    }
    return new TimedGraph(
        counts.get(0),
        counts.get(1),
        adjacency(Direction.FORWARD, reader),
        adjacency(Direction.BACKWARD, reader));
  }

  private static Adjacency adjacency(Direction direction, ColumnReader reader) throws IOException {
    return new Adjacency(
        reader.ints(name(direction, "blocks")),
        reader.ints(name(direction, "links")),
        reader.ints(name(direction, "refs")));
  }

  private static String name(Direction direction, String column) {
    return "graph." + direction.name().toLowerCase(Locale.ROOT) + "." + column;
  }
}
