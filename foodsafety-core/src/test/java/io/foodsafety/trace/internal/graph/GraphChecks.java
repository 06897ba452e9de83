package io.foodsafety.trace.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.trace.internal.graph.PlainGraph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Compares a snapshot with the plain graph. */
final class GraphChecks {

  private final Random random;
  private final RandomGraphs graphs;
  private final Closure closure = new Closure();
  private final PathSearch paths = new PathSearch();

  GraphChecks(Random random, RandomGraphs graphs) {
    this.random = random;
    this.graphs = graphs;
  }

  /** Looks at all edges, and searches a few times. */
  void check(GraphSnapshot snapshot, PlainGraph plain) {
    assertThat(snapshot.nodes()).isEqualTo(plain.nodes);
    checkEdges(snapshot, plain);
    for (int i = 0; i < 4; i++) {
      checkSearch(snapshot, plain);
    }
    checkPath(snapshot, plain);
  }

  static void checkEdges(GraphSnapshot snapshot, PlainGraph plain) {
    for (Direction direction : Direction.values()) {
      List<Edge> edges = new ArrayList<>();
      EdgeCursor cursor = snapshot.edges(direction);
      for (int node = 0; node < snapshot.nodes(); node++) {
        assertThat(snapshot.isHub(node)).isEqualTo(plain.hubs.contains(node));
        cursor.moveTo(node);
        while (cursor.next()) {
          int from = direction == Direction.FORWARD ? node : cursor.node();
          int to = direction == Direction.FORWARD ? cursor.node() : node;
          edges.add(given(from, to, cursor.lo(), cursor.hi(), cursor.link()));
        }
      }
      List<Edge> expected = new ArrayList<>();
      plain.edges.forEach(e -> expected.add(given(e.from(), e.to(), e.lo(), e.hi(), e.link())));
      assertThat(edges).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Edge given(int from, int to, int lo, int hi, int link) {
    return new Edge(from, to, hi == EdgeTime.NEVER ? 0 : lo, hi, link);
  }

  /** Searches once. */
  void checkSearch(GraphSnapshot snapshot, PlainGraph plain) {
    Direction direction = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    boolean strict = random.nextBoolean();
    int[] starts = new int[1 + random.nextInt(3)];
    int[] labels = new int[starts.length];
    Map<Integer, Integer> plainStarts = new HashMap<>();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = graphs.skewed(plain.nodes);
      labels[i] = graphs.label();
      plainStarts.merge(
          starts[i],
          strict ? labels[i] : 0,
          direction == Direction.FORWARD ? Math::min : Math::max);
    }
    int maxDepth = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(5);
    List<Map<Integer, Integer>> expected =
        plain.labelsByDepth(direction, strict, plainStarts, Integer.MAX_VALUE);
    expected.forEach(labelsAtDepth -> labelsAtDepth.keySet().removeAll(plain.hubs));
    int last = Math.min(maxDepth, expected.size() - 1);
    Map<Integer, Integer> all = expected.get(last);
    SearchLimits limits = new SearchLimits(maxDepth, OptionalInt.empty(), Optional.empty());
    if (strict) {
      closure.searchStrictly(snapshot, direction, starts, labels, limits);
    } else {
      closure.search(snapshot, direction, starts, limits);
    }
    assertThat(closure.size()).isEqualTo(all.size());
    int before = 0;
    Map<Integer, Integer> found = new HashMap<>();
    for (int i = 0; i < closure.size(); i++) {
      int node = closure.node(i);
      int depth = closure.depth(i);
      assertThat(depth).isGreaterThanOrEqualTo(before);
      assertThat(expected.get(depth)).containsKey(node);
      assertThat(depth == 0 || !expected.get(depth - 1).containsKey(node)).isTrue();
      assertThat(found.put(node, strict ? closure.label(i) : 0)).isNull();
      before = depth;
    }
    assertThat(found).isEqualTo(all);
  }

  private void checkPath(GraphSnapshot snapshot, PlainGraph plain) {
    int from = graphs.skewed(plain.nodes);
    int to = random.nextInt(plain.nodes);
    boolean strict = random.nextBoolean();
    int since = strict ? graphs.label() : 0;
    Optional<int[]> path =
        strict
            ? paths.findStrictPath(snapshot, from, to, since)
            : paths.findPath(snapshot, from, to);
    List<Map<Integer, Integer>> labels =
        plain.labelsByDepth(Direction.FORWARD, strict, Map.of(from, since), Integer.MAX_VALUE);
    int depth = 0;
    while (depth < labels.size() && !labels.get(depth).containsKey(to)) {
      depth++;
    }
    assertThat(path.isPresent()).isEqualTo(depth < labels.size());
    path.ifPresent(links -> walk(plain, from, to, since, strict, links));
    if (path.isPresent() && plain.hubs.isEmpty()) {
      assertThat(path.get()).hasSize(depth);
    }
  }

  /** The links of a path lead from one node to the other. */
  private static void walk(
      PlainGraph plain, int from, int to, int since, boolean strict, int[] links) {
    Map<Integer, Integer> at = Map.of(from, since);
    for (int link : links) {
      PlainGraph step = plain.copy();
      step.hubs.clear();
      step.edges.removeIf(edge -> edge.link() != link);
      Map<Integer, Integer> next = new HashMap<>();
      for (Edge edge : step.edges) {
        Integer label = at.get(edge.from());
        if (label != null && (!strict || (edge.hi() != EdgeTime.NEVER && label <= edge.hi()))) {
          next.merge(edge.to(), strict ? Math.max(label, edge.lo()) : 0, Math::min);
        }
      }
      at = next;
    }
    assertThat(at).containsKey(to);
  }
}
