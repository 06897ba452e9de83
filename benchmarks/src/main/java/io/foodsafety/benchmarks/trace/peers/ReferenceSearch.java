package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.util.Arrays;
import java.util.PriorityQueue;

/** The plainest search: says what the right answers are, and how many edges each needs. */
final class ReferenceSearch {

  /**
   * An answer and its work.
   *
   * @param edges the edges that lead on from what was found; for earliest arrivals those that can
   *     be taken in time
   */
  record Expected(int start, Answer answer, long edges) {}

  private record Arrival(int time, int node) {}

  private final TimedEdges edges;
  private final int[] firsts;
  private final int[] byFrom;
  private final int[] labels;

  ReferenceSearch(TimedEdges edges) {
    this.edges = edges;
    firsts = new int[edges.nodes() + 1];
    byFrom = new int[edges.size()];
    labels = new int[edges.nodes()];
    Arrays.fill(labels, Integer.MAX_VALUE);
    for (int edge = 0; edge < edges.size(); edge++) {
      firsts[edges.from(edge) + 1]++;
    }
    for (int node = 0; node < edges.nodes(); node++) {
      firsts[node + 1] += firsts[node];
    }
    int[] next = firsts.clone();
    for (int edge = 0; edge < edges.size(); edge++) {
      byFrom[next[edges.from(edge)]++] = edge;
    }
  }

  /** Without the rule of time, every edge can be taken at 0. */
  Expected search(Task task, int start) {
    boolean timed = task == Task.EARLIEST_ARRIVAL;
    PriorityQueue<Arrival> queue = new PriorityQueue<>((a, b) -> Integer.compare(a.time, b.time));
    int[] found = new int[16];
    int size = 0;
    labels[start] = 0;
    found[size++] = start;
    queue.add(new Arrival(0, start));
    for (Arrival at = queue.poll(); at != null; at = queue.poll()) {
      if (at.time > labels[at.node]) {
        continue;
      }
      for (int i = firsts[at.node]; i < firsts[at.node + 1]; i++) {
        int node = edges.to(byFrom[i]);
        int time = timed ? edges.time(byFrom[i]) : 0;
        if (time < at.time || time >= labels[node]) {
          continue;
        }
        if (labels[node] == Integer.MAX_VALUE) {
          found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
          found[size++] = node;
        }
        labels[node] = time;
        queue.add(new Arrival(time, node));
      }
    }
    return expected(start, Arrays.copyOf(found, size), timed);
  }

  private Expected expected(int start, int[] found, boolean timed) {
    long lots = 0;
    long ids = 0;
    long arrivals = 0;
    long usable = 0;
    for (int node : found) {
      if (edges.isLot(node)) {
        lots++;
        ids += node;
        arrivals += labels[node];
      }
      for (int i = firsts[node]; i < firsts[node + 1]; i++) {
        usable += !timed || edges.time(byFrom[i]) >= labels[node] ? 1 : 0;
      }
    }
    for (int node : found) {
      labels[node] = Integer.MAX_VALUE;
    }
    return new Expected(start, new Answer(lots, ids, arrivals), usable);
  }
}
