package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.graph.Closure;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import io.foodsafety.trace.internal.graph.SearchLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A search that follows every link, in the graph. Used once, by one thread. */
final class GraphClosure implements Reached {

  private final Network.Snapshot snapshot;
  private final Closure closure = new Closure();
  private final EdgeCursor back;
  private final EdgeCursor backFromProcess;
  private final IntMap places;
  private final Map<Long, List<String>> processEvents = new HashMap<>();
  private final List<Found> found;

  GraphClosure(Network.Snapshot snapshot, Way way, Collection<Holding> starts) {
    this.snapshot = snapshot;
    Direction direction = way == Way.FORWARD ? Direction.FORWARD : Direction.BACKWARD;
    Direction reverse = way == Way.FORWARD ? Direction.BACKWARD : Direction.FORWARD;
    this.back = snapshot.graph().edges(reverse);
    this.backFromProcess = snapshot.graph().edges(reverse);
    int[] nodes = starts.stream().mapToInt(snapshot::node).toArray();
    closure.search(snapshot.graph(), direction, nodes, SearchLimits.NONE);
    places = new IntMap(closure.size());
    found = new ArrayList<>(closure.size());
    for (int place = 0; place < closure.size(); place++) {
      int node = closure.node(place);
      places.put(node, place);
      found.add(new Found(snapshot.record(node), closure.depth(place), place));
    }
    found.sort(Found.ORDER);
  }

  @Override
  public List<Found> found() {
    return Collections.unmodifiableList(found);
  }

  @Override
  public Set<Holding> cutOff() {
    return Set.of();
  }

  @Override
  public List<String> via(Found of) {
    if (of.depth() == 0) {
      return List.of();
    }
    List<String> events = new ArrayList<>(2);
    back.moveTo(closure.node(of.place()));
    while (back.next()) {
      if (snapshot.graph().isHub(back.node())) {
        List<String> near = nearEvents(back.node(), of.depth() - 1);
        if (!near.isEmpty()) {
          events.add(snapshot.event(back.link()));
          events.addAll(near);
        }
      } else if (leadsFrom(back, of.depth() - 1)) {
        events.addAll(snapshot.events(back.link()));
      }
    }
    return distinct(events);
  }

  /** Each once, in order. */
  private static List<String> distinct(List<String> events) {
    if (events.size() == 1 || (events.size() == 2 && events.get(0).equals(events.get(1)))) {
      return List.of(events.get(0));
    }
    return List.copyOf(new TreeSet<>(events));
  }

  /** Whether the edge that was gone back to comes from a depth. */
  private boolean leadsFrom(EdgeCursor edge, int depth) {
    int place = places.get(edge.node());
    return place != IntMap.NONE && closure.depth(place) == depth;
  }

  /** The events by which holdings of a depth went into a process. */
  private List<String> nearEvents(int process, int depth) {
    return processEvents.computeIfAbsent(
        (long) process << Integer.SIZE | depth,
        unused -> {
          List<String> events = new ArrayList<>();
          backFromProcess.moveTo(process);
          while (backFromProcess.next()) {
            if (leadsFrom(backFromProcess, depth)) {
              events.add(snapshot.event(backFromProcess.link()));
            }
          }
          return distinct(events);
        });
  }
}
