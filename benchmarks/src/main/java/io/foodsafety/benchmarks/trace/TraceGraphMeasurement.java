package io.foodsafety.benchmarks.trace;

import io.foodsafety.benchmarks.trace.SupplyNetwork.Shape;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.graph.Closure;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import io.foodsafety.trace.internal.graph.EdgeTime;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.LiveGraph;
import io.foodsafety.trace.internal.graph.SearchLimits;
import io.foodsafety.trace.internal.graph.TimedGraph;
import io.foodsafety.trace.internal.graph.TimedGraphBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Measures the graph of traces beside plain random reads of as much memory, turn by turn; prints
 * medians. Arguments: edges, days or instants, hubs if transformations are to be nodes. See {@link
 * Figures} for a file of the results.
 */
public final class TraceGraphMeasurement {

  private static final int ROUNDS = 9;
  private static final int STARTS = 4000;

  private final Figures figures = new Figures();
  private final Closure closure = new Closure();
  private final SplittableRandom random = new SplittableRandom(7);
  private long sink;

  private TraceGraphMeasurement() {}

  /** Runs all. */
  public static void main(String[] args) throws IOException {
    int edges = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    boolean days = args.length < 2 || args[1].equals("days");
    boolean hubs = args.length > 2 && args[2].equals("hubs");
    Shape shape = days ? Shape.DAYS : Shape.INSTANTS;
    new TraceGraphMeasurement()
        .run(
            new SupplyNetwork(
                1,
                edges,
                new Shape(shape.dayShare(), shape.delayedShare(), shape.wideShare(), hubs)),
            edges);
  }

  private void run(SupplyNetwork network, int edges) throws IOException {
    TimedGraphBuilder builder = new TimedGraphBuilder(edges + 64);
    int nodes = network.emit(into(builder, Integer.MAX_VALUE));
    TimedGraph graph = builder.build();
    double[] rates = new double[5];
    for (int i = 0; i < rates.length; i++) {
      long before = System.nanoTime();
      graph = builder.build();
      rates[i] = graph.edges() * 1e3 / (System.nanoTime() - before);
    }
    figures.add("edges, nodes", graph.edges(), nodes);
    figures.add("build, million edges per second", median(rates));
    figures.add(
        "bytes per edge, with links", per(graph.searchBytes(), graph), per(bytes(graph), graph));
    reads(graph);
    GraphSnapshot all = graph.snapshot();
    for (Direction direction : Direction.values()) {
      measure(all, direction);
    }
    worst(network, all, graph.edges());
    saved(graph);
    delta(network, all, edges, graph.edges());
    figures.add("checksum", (double) sink);
    figures.write("graph", edges);
  }

  private static long bytes(TimedGraph graph) {
    return graph.searchBytes() + graph.linkBytes();
  }

  private static double per(long bytes, TimedGraph graph) {
    return (double) bytes / graph.edges();
  }

  private static SupplyNetwork.Sink into(TimedGraphBuilder builder, int edges) {
    return new SupplyNetwork.Sink() {
      @Override
      public void hub(int node) {
        builder.hub(node);
      }

      @Override
      public void edge(int from, int to, int lo, int hi, int link) {
        if (link < edges) {
          builder.edge(from, to, lo, hi, link);
        }
      }
    };
  }

  private void reads(TimedGraph graph) {
    int[] memory = new int[(int) (graph.searchBytes() / 4)];
    Arrays.setAll(memory, i -> i);
    for (int i = memory.length - 1; i > 0; i--) { // Sattolo: one cycle through all
      int other = random.nextInt(i);
      int value = memory[i];
      memory[i] = memory[other];
      memory[other] = value;
    }
    int at = 0;
    double[] dependent = new double[ROUNDS];
    double[] independent = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      for (int i = 0; i < 1_000_000; i++) {
        at = memory[at];
      }
      sink += at;
      dependent[round] = (System.nanoTime() - before) / 1e6;
      before = System.nanoTime();
      long sum = 0;
      int key = round;
      for (int i = 0; i < 4_000_000; i++) {
        key = key * 1664525 + 1013904223;
        sum += memory[index(key, memory)];
      }
      sink += sum;
      independent[round] = (System.nanoTime() - before) / 4e6;
    }
    figures.add(
        "ns per random read, dependent, independent", median(dependent), median(independent));
  }

  private static int index(int key, int[] memory) {
    return (int) (((key & 0xFFFFFFFFL) * memory.length) >>> 32);
  }

  private int[] starts(GraphSnapshot graph) {
    int[] starts = new int[STARTS];
    for (int i = 0; i < STARTS; i++) {
      do {
        starts[i] = random.nextInt(graph.nodes());
      } while (graph.isHub(starts[i]));
    }
    return starts;
  }

  private void measure(GraphSnapshot graph, Direction direction) {
    int[] starts = starts(graph);
    for (boolean strict : new boolean[] {true, false}) {
      int count = strict ? STARTS : STARTS / 20;
      int[] sizes = new int[count];
      long edges = 0;
      for (int i = 0; i < count; i++) {
        search(graph, direction, strict, starts[i]);
        sizes[i] = closure.size();
        edges += visitedEdges(graph, direction, strict);
      }
      long nodes = Arrays.stream(sizes).asLongStream().sum();
      double[] times = new double[ROUNDS];
      long[] single = new long[count];
      for (int round = 0; round < ROUNDS; round++) {
        long first = System.nanoTime();
        long before = first;
        for (int i = 0; i < count; i++) {
          search(graph, direction, strict, starts[i]);
          long now = System.nanoTime();
          single[i] = now - before;
          before = now;
        }
        times[round] = (double) (before - first) / edges;
      }
      Arrays.sort(single);
      Arrays.sort(sizes);
      String what = direction + (strict ? " strict" : " plain");
      figures.add(what + ": ns per edge, per node", median(times), median(times) * edges / nodes);
      addSizes(
          what + ": nodes mean, p50, p90, p99, max",
          (double) nodes / count,
          sizes,
          0.5,
          0.9,
          0.99,
          1);
      figures.add(
          what + ": µs p50, p99, max",
          single[count / 2] / 1e3,
          single[count * 99 / 100] / 1e3,
          single[count - 1] / 1e3);
    }
  }

  private void search(GraphSnapshot graph, Direction direction, boolean strict, int start) {
    if (strict) {
      int label = direction == Direction.FORWARD ? EdgeTime.OPEN_LO : EdgeTime.OPEN_HI;
      closure.searchStrictly(
          graph, direction, new int[] {start}, new int[] {label}, SearchLimits.NONE);
    } else {
      closure.search(graph, direction, new int[] {start}, SearchLimits.NONE);
    }
    sink += closure.size();
  }

  private long visitedEdges(GraphSnapshot graph, Direction direction, boolean strict) {
    EdgeCursor cursor = graph.edges(direction);
    BitSet hubs = new BitSet();
    long edges = 0;
    for (int i = 0; i < closure.size(); i++) {
      int label = strict ? closure.label(i) : 0;
      cursor.moveTo(closure.node(i));
      while (cursor.next()) {
        boolean usable =
            !strict
                || (direction == Direction.FORWARD ? label <= cursor.hi() : cursor.lo() <= label);
        if (usable) {
          edges++;
          if (graph.isHub(cursor.node())) {
            hubs.set(cursor.node());
          }
        }
      }
    }
    for (int hub = hubs.nextSetBit(0); hub >= 0; hub = hubs.nextSetBit(hub + 1)) {
      cursor.moveTo(hub);
      while (cursor.next()) {
        edges++;
      }
    }
    return edges;
  }

  private void delta(SupplyNetwork network, GraphSnapshot all, int edges, int total) {
    int first = edges / 10 * 9;
    TimedGraphBuilder builder = new TimedGraphBuilder(edges);
    network.emit(into(builder, first));
    LiveGraph live = new LiveGraph(builder.build());
    BitSet hubs = new BitSet();
    int[] rest = new int[(total - first) * 5];
    network.emit(
        new SupplyNetwork.Sink() {
          @Override
          public void hub(int node) {
            hubs.set(node);
          }

          @Override
          public void edge(int from, int to, int lo, int hi, int link) {
            if (link >= first) {
              int at = (link - first) * 5;
              rest[at] = from;
              rest[at + 1] = to;
              rest[at + 2] = lo;
              rest[at + 3] = hi;
              rest[at + 4] = link;
            }
          }
        });
    for (int node = live.snapshot().nodes(); node < all.nodes(); node++) {
      int added = hubs.get(node) ? live.addHub() : live.addNode();
      sink += added;
    }
    long before = System.nanoTime();
    for (int at = 0; at < rest.length; at += 5) {
      live.addEdge(rest[at], rest[at + 1], rest[at + 2], rest[at + 3], rest[at + 4]);
    }
    figures.add(
        "appends, million per second", rest.length / 5.0 * 1e3 / (System.nanoTime() - before));
    GraphSnapshot withDelta = live.publish();
    int[] starts = starts(all);
    for (Direction direction : Direction.values()) {
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        double plain = time(all, direction, starts);
        ratios[round] = time(withDelta, direction, starts) / plain;
      }
      figures.add("10 % delta, strict " + direction + ", ratio", median(ratios));
    }
    before = System.nanoTime();
    live.rebase();
    figures.add("rebase, s", (System.nanoTime() - before) / 1e9);
  }

  /** The graph in files, mapped, beside the one that was built. */
  private void saved(TimedGraph graph) {
    try {
      Path folder = Files.createTempDirectory("trace-graph");
      Path directory = folder.resolve("graph");
      long before = System.nanoTime();
      ColumnWriter.save(directory, graph::save);
      figures.add("save, s", (System.nanoTime() - before) / 1e9);
      int[] starts = starts(graph.snapshot());
      before = System.nanoTime();
      GraphSnapshot mapped = TimedGraph.open(new ColumnReader(directory)).snapshot();
      search(mapped, Direction.FORWARD, true, starts[0]);
      figures.add("open to first closure, ms", (System.nanoTime() - before) / 1e6);
      GraphSnapshot built = graph.snapshot();
      for (Direction direction : Direction.values()) {
        time(mapped, direction, starts); // touches the pages
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
          double plain = time(built, direction, starts);
          ratios[round] = time(mapped, direction, starts) / plain;
        }
        figures.add("mapped beside built, strict " + direction + ", ratio", median(ratios));
      }
      ColumnWriter.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest closure found, beside one pass over all edges in the order of time. */
  private void worst(SupplyNetwork network, GraphSnapshot graph, int edges) {
    int[] log = new int[edges * 4];
    network.emit(
        (from, to, lo, hi, link) -> {
          log[link * 4] = from;
          log[link * 4 + 1] = to;
          log[link * 4 + 2] = lo;
          log[link * 4 + 3] = hi;
        });
    int worst = 0;
    int largest = 0;
    for (int start : starts(graph)) {
      search(graph, Direction.FORWARD, true, start);
      if (closure.size() > largest) {
        largest = closure.size();
        worst = start;
      }
    }
    double[] searches = new double[ROUNDS];
    double[] passes = new double[ROUNDS];
    int[] labels = new int[graph.nodes()];
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      search(graph, Direction.FORWARD, true, worst);
      searches[round] = (System.nanoTime() - before) / 1e6;
      before = System.nanoTime();
      Arrays.fill(labels, Integer.MAX_VALUE);
      labels[worst] = EdgeTime.OPEN_LO;
      for (int at = 0; at < log.length; at += 4) {
        int label = labels[log[at]];
        if (label <= log[at + 3]) {
          int to = log[at + 1];
          labels[to] = Math.min(labels[to], Math.max(label, log[at + 2]));
        }
      }
      passes[round] = (System.nanoTime() - before) / 1e6;
      sink += labels[worst];
    }
    figures.add("worst hub: nodes, ms", largest, median(searches));
    figures.add("one pass over the log, ms", median(passes));
  }

  private double time(GraphSnapshot graph, Direction direction, int[] starts) {
    long before = System.nanoTime();
    for (int start : starts) {
      search(graph, direction, true, start);
    }
    return System.nanoTime() - before;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void addSizes(String what, double mean, int[] sorted, double... shares) {
    double[] values = new double[shares.length + 1];
    values[0] = mean;
    for (int i = 0; i < shares.length; i++) {
      values[i + 1] = sorted[(int) Math.min(sorted.length - 1, sorted.length * shares[i])];
    }
    figures.add(what, values);
  }
}
