package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.graph.Closure;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import io.foodsafety.trace.internal.graph.SearchLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A search that follows every link, in the graph. Used once, by one thread. */
final class GraphClosure implements Reached {

  private final Network.Snapshot snapshot;
  private final Closure closure = new Closure();
  private final EdgeCursor back;
  private final EdgeCursor backFromProcess;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<Long, Set<String>> processEvents = new HashMap<>();
  private final Map<Holding, Integer> depths = new LinkedHashMap<>();

  GraphClosure(Network.Snapshot snapshot, Way way, Collection<Holding> starts) {
    this.snapshot = snapshot;
    Direction direction = way == Way.FORWARD ? Direction.FORWARD : Direction.BACKWARD;
    Direction reverse = way == Way.FORWARD ? Direction.BACKWARD : Direction.FORWARD;
    this.back = snapshot.graph().edges(reverse);
    this.backFromProcess = snapshot.graph().edges(reverse);
    int[] nodes = starts.stream().mapToInt(snapshot::node).toArray();
    closure.search(snapshot.graph(), direction, nodes, SearchLimits.NONE);
    List<Found> found = new ArrayList<>(closure.size());
    for (int i = 0; i < closure.size(); i++) {
      places.put(closure.node(i), i);
      found.add(new Found(snapshot.holdingOf(closure.node(i)), closure.depth(i)));
    }
    found.sort(Found.ORDER);
    found.forEach(each -> depths.put(each.holding(), each.depth()));
  }

  private record Found(Holding holding, int depth) {
    static final Comparator<Found> ORDER =
        Comparator.comparingInt(Found::depth).thenComparing(Found::holding, Reached.ORDER);
  }

  @Override
  public Map<Holding, Integer> depths() {
    return Collections.unmodifiableMap(depths);
  }

  @Override
  public Set<Holding> cutOff() {
    return Set.of();
  }

  @Override
  public Set<String> via(Holding holding) {
    int depth = Objects.requireNonNull(depths.get(holding));
    Set<String> events = new TreeSet<>();
    if (depth == 0) {
      return events;
    }
    back.moveTo(snapshot.node(holding));
    while (back.next()) {
      if (snapshot.graph().isHub(back.node())) {
        Set<String> near = nearEvents(back.node(), depth - 1);
        if (!near.isEmpty()) {
          events.add(snapshot.edge(back.link()).entry().event());
          events.addAll(near);
        }
      } else if (leadsFrom(back, depth - 1)) {
        OwnEdge edge = snapshot.edge(back.link());
        events.add(edge.entry().event());
        edge.partner().flatMap(Partner::event).ifPresent(events::add);
      }
    }
    return events;
  }

  /** Whether the edge that was gone back to comes from a depth. */
  private boolean leadsFrom(EdgeCursor edge, int depth) {
    Integer place = places.get(edge.node());
    return place != null && closure.depth(place) == depth;
  }

  /** The events by which holdings of a depth went into a process. */
  private Set<String> nearEvents(int process, int depth) {
    return processEvents.computeIfAbsent(
        (long) process << Integer.SIZE | depth,
        unused -> {
          Set<String> events = new TreeSet<>();
          backFromProcess.moveTo(process);
          while (backFromProcess.next()) {
            if (leadsFrom(backFromProcess, depth)) {
              events.add(snapshot.edge(backFromProcess.link()).entry().event());
            }
          }
          return events;
        });
  }
}
