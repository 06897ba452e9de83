package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.SupplyNetwork;
import io.foodsafety.benchmarks.trace.SupplyNetwork.Shape;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The network as all get it: edges in the order of time. Nodes below {@link #lots} are lots; those
 * from there on are transformations, which are passed but do not count as found.
 */
public final class TimedEdges {

  private final int nodes;
  private final int lots;
  private final int[] from;
  private final int[] to;
  private final int[] time;

  private TimedEdges(int nodes, int lots, int[] from, int[] to, int[] time) {
    this.nodes = nodes;
    this.lots = lots;
    this.from = from;
    this.to = to;
    this.time = time;
  }

  /**
   * Makes one up.
   *
   * @param transformationNodes whether a transformation is a node; else each input has an edge to
   *     each output
   */
  public static TimedEdges generate(long seed, int edges, boolean transformationNodes) {
    Collector collector = new Collector(edges);
    // Peers know one time per edge, so there is one: intervals would need more of each.
    int nodes =
        new SupplyNetwork(seed, edges, new Shape(0, 0, 0, transformationNodes)).emit(collector);
    return collector.finish(nodes);
  }

  int nodes() {
    return nodes;
  }

  int lots() {
    return lots;
  }

  boolean isLot(int node) {
    return node < lots;
  }

  int size() {
    return from.length;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  int time(int edge) {
    return time[edge];
  }

  private static final class Collector implements SupplyNetwork.Sink {
    private final BitSet hubs = new BitSet();
    private int[] from;
    private int[] to;
    private int[] time;
    private int size;

    Collector(int expected) {
      from = new int[expected];
      to = new int[expected];
      time = new int[expected];
    }

    @Override
    public void hub(int node) {
      hubs.set(node);
    }

    @Override
    public void edge(int source, int target, int lo, int hi, int link) {
      if (size == from.length) {
        from = Arrays.copyOf(from, size + 64);
        to = Arrays.copyOf(to, size + 64);
        time = Arrays.copyOf(time, size + 64);
      }
      from[size] = source;
      to[size] = target;
      time[size++] = lo;
    }

    TimedEdges finish(int nodes) {
      int lots = nodes - hubs.cardinality();
      int[] renumbered = new int[nodes];
      int nextLot = 0;
      int nextHub = lots;
      for (int node = 0; node < nodes; node++) {
        renumbered[node] = hubs.get(node) ? nextHub++ : nextLot++;
      }
      for (int edge = 0; edge < size; edge++) {
        from[edge] = renumbered[from[edge]];
        to[edge] = renumbered[to[edge]];
      }
      return new TimedEdges(
          nodes,
          lots,
          Arrays.copyOf(from, size),
          Arrays.copyOf(to, size),
          Arrays.copyOf(time, size));
    }
  }
}
