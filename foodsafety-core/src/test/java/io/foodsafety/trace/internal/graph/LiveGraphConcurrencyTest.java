package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.trace.internal.graph.PlainGraph.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Readers during appends and rebases: each sees what a replay to its number of edges gives. */
class LiveGraphConcurrencyTest {

  private static final int NODES = 400;
  private static final int EDGES = 400_000;

  private record Seen(int edges, int start, int label, Set<Integer> nodes) {}

  @Test
  void readersSeeWhatAReplayGives() throws Exception {
    Random random = new Random(11);
    List<Edge> edges = new ArrayList<>();
    for (int link = 0; link < EDGES; link++) {
      // sparse at any time: an edge can be taken for a while only
      int from = random.nextInt(NODES);
      edges.add(new Edge(from, random.nextInt(NODES), link, link + random.nextInt(40), link));
    }
    LiveGraph live = new LiveGraph(new TimedGraphBuilder().nodes(NODES).build());
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Seen>>> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        int seed = reader;
        readers.add(threads.submit(() -> read(live, done, seed)));
      }
      Future<?> rebases =
          threads.submit(
              () -> {
                while (!done.get()) {
                  live.rebase();
                }
              });
      for (Edge edge : edges) {
        live.addEdge(edge.from(), edge.to(), edge.lo(), edge.hi(), edge.link());
        if (edge.link() % 5 == 0) {
          live.publish();
        }
      }
      live.publish();
      done.set(true);
      rebases.get();
      for (Future<List<Seen>> reader : readers) {
        for (Seen seen : reader.get()) {
          assertThat(seen.nodes()).isEqualTo(replay(edges, seen));
        }
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    assertThat(countEdges(live.snapshot())).isEqualTo(EDGES);
  }

  @Test
  void readersSeeAReplacementAsAWhole() throws Exception {
    LiveGraph live = new LiveGraph(new TimedGraphBuilder().nodes(2).build());
    live.addEdge(0, 1, 0, 0, 0);
    live.publish();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> others = new ArrayList<>();
      others.add(
          threads.submit(
              () -> {
                while (!done.get()) {
                  live.rebase();
                }
              }));
      for (int reader = 0; reader < 2; reader++) {
        others.add(
            threads.submit(
                () -> {
                  while (!done.get()) {
                    assertThat(countEdges(live.snapshot())).isEqualTo(1);
                  }
                }));
      }
      for (int link = 1; link < 100_000; link++) {
        live.addEdge(0, 1, link, link, link);
        live.remove(0, 1, link - 1);
        live.publish();
      }
      done.set(true);
      for (Future<?> other : others) {
        other.get();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  private static List<Seen> read(LiveGraph live, AtomicBoolean done, int seed) {
    Random random = new Random(seed);
    Closure closure = new Closure();
    List<Seen> all = new ArrayList<>();
    do {
      GraphSnapshot snapshot = live.snapshot();
      int start = random.nextInt(NODES);
      int count = snapshot.base().edges() + snapshot.addedEdges();
      int label = Math.max(0, count - random.nextInt(300));
      closure.searchStrictly(
          snapshot, Direction.FORWARD, new int[] {start}, new int[] {label}, SearchLimits.NONE);
      Set<Integer> nodes = new HashSet<>();
      for (int i = 0; i < closure.size(); i++) {
        nodes.add(closure.node(i));
      }
      if (all.size() < 2000) {
        all.add(new Seen(count, start, label, nodes));
      }
    } while (!done.get());
    return all;
  }

  private static int countEdges(GraphSnapshot snapshot) {
    int count = 0;
    EdgeCursor edges = snapshot.edges(Direction.FORWARD);
    for (int node = 0; node < snapshot.nodes(); node++) {
      edges.moveTo(node);
      while (edges.next()) {
        count++;
      }
    }
    return count;
  }

  private static Set<Integer> replay(List<Edge> edges, Seen seen) {
    PlainGraph plain = new PlainGraph();
    plain.nodes = NODES;
    // what ended before the label plays no part
    plain.edges.addAll(
        edges.subList(Math.max(0, Math.min(seen.edges(), seen.label() - 50)), seen.edges()));
    List<Map<Integer, Integer>> labels =
        plain.labelsByDepth(
            Direction.FORWARD, true, Map.of(seen.start(), seen.label()), Integer.MAX_VALUE);
    return labels.get(labels.size() - 1).keySet();
  }
}
