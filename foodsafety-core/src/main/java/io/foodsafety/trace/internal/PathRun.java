package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.TracePath;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.PathSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds one shortest way. */
final class PathRun {

  private final Snapshot snapshot;

  PathRun(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Optional<TracePath> path(Holding from, Holding to, boolean strict) {
    if (snapshot.record(from).isEmpty() || snapshot.record(to).isEmpty()) {
      return Optional.empty();
    }
    GraphSnapshot graph = snapshot.graph();
    PathSearch search = new PathSearch();
    int first = snapshot.node(from);
    int last = snapshot.node(to);
    Optional<int[]> links =
        strict
            ? search.findStrictPath(graph, first, last, TimeAxis.EARLIEST)
            : search.findPath(graph, first, last);
    return links.map(found -> new TracePath(snapshot.position(), steps(from, found)));
  }

  /** A use in a process and what was made there are one step. */
  private List<TracePath.Step> steps(Holding from, int[] links) {
    List<TracePath.Step> steps = new ArrayList<>();
    EdgeCursor edges = snapshot.graph().edges(Direction.FORWARD);
    TreeSet<String> events = new TreeSet<>();
    Holding here = from;
    int node = snapshot.node(from);
    for (int link : links) {
      events.addAll(snapshot.codes().events(new int[] {link}, 0, 1));
      node = end(edges, node, link);
      if (!snapshot.graph().isHub(node)) {
        Holding next = snapshot.codes().holding(node);
        steps.add(new TracePath.Step(here, next, List.copyOf(events)));
        here = next;
        events.clear();
      }
    }
    return steps;
  }

  /** Where an edge with a link leads that leaves a node. */
  private static int end(EdgeCursor edges, int node, int link) {
    edges.moveTo(node);
    while (edges.next()) {
      if (edges.link() == link) {
        return edges.node();
      }
    }
    throw new IllegalStateException("The link (%d) does not leave its node.".formatted(link));
  }
}
