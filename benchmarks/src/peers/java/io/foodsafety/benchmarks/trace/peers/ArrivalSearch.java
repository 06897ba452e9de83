package io.foodsafety.benchmarks.trace.peers;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Dijkstra's search for earliest arrivals over the nodes of a library, which gives the edges. No
 * peer has the rule of time built in.
 */
final class ArrivalSearch<V> {

  record Arrival<V>(int time, V node) implements Comparable<Arrival<V>> {
    @Override
    public int compareTo(Arrival<V> other) {
      return Integer.compare(time, other.time);
    }
  }

  private final Map<V, Integer> earliest = new HashMap<>();
  private final PriorityQueue<Arrival<V>> queue = new PriorityQueue<>();

  ArrivalSearch(V start) {
    offer(start, 0);
  }

  /** The node reached next, once only; null at the end. */
  @Nullable Arrival<V> next() {
    Arrival<V> next = queue.poll();
    while (next != null && next.time > earliest.getOrDefault(next.node, 0)) {
      next = queue.poll();
    }
    return next;
  }

  void offer(V node, int time) {
    Integer before = earliest.get(node);
    if (before == null || time < before) {
      earliest.put(node, time);
      queue.add(new Arrival<>(time, node));
    }
  }

  Answer answer(ToIntFunction<V> id, int lots) {
    long found = 0;
    long ids = 0;
    long arrivals = 0;
    for (Map.Entry<V, Integer> entry : earliest.entrySet()) {
      int node = id.applyAsInt(entry.getKey());
      if (node < lots) {
        found++;
        ids += node;
        arrivals += entry.getValue();
      }
    }
    return new Answer(found, ids, arrivals);
  }
}
