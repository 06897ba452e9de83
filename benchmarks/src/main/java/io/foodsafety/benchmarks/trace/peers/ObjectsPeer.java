package io.foodsafety.benchmarks.trace.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** What one writes without a library: objects with lists of their successors, a queue and a set. */
final class ObjectsPeer implements TracePeer {

  private static final class Node {
    private final int id;
    private final List<Move> moves = new ArrayList<>(2);

    Node(int id) {
      this.id = id;
    }

    /** The hash of an object's identity is slower. */
    @Override
    public int hashCode() {
      return id;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  private record Move(Node to, int time) {}

  private record Arrival(int time, Node node) implements Comparable<Arrival> {
    @Override
    public int compareTo(Arrival other) {
      return Integer.compare(time, other.time);
    }
  }

  private final Node[] nodes;
  private final int lots;

  ObjectsPeer(TimedEdges edges) {
    nodes = new Node[edges.nodes()];
    lots = edges.lots();
    for (int id = 0; id < nodes.length; id++) {
      nodes[id] = new Node(id);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      nodes[edges.from(edge)].moves.add(new Move(nodes[edges.to(edge)], edges.time(edge)));
    }
  }

  @Override
  public Answer closure(int start) {
    long found = 0;
    long ids = 0;
    Set<Node> seen = new HashSet<>();
    Deque<Node> queue = new ArrayDeque<>();
    seen.add(nodes[start]);
    queue.add(nodes[start]);
    for (Node node = queue.poll(); node != null; node = queue.poll()) {
      if (node.id < lots) {
        found++;
        ids += node.id;
      }
      for (Move move : node.moves) {
        if (seen.add(move.to)) {
          queue.add(move.to);
        }
      }
    }
    return new Answer(found, ids, 0);
  }

  @Override
  public Answer earliestArrival(int start) {
    Map<Node, Integer> earliest = new HashMap<>();
    PriorityQueue<Arrival> queue = new PriorityQueue<>();
    earliest.put(nodes[start], 0);
    queue.add(new Arrival(0, nodes[start]));
    for (Arrival at = queue.poll(); at != null; at = queue.poll()) {
      if (at.time > earliest.getOrDefault(at.node, 0)) {
        continue;
      }
      for (Move move : at.node.moves) {
        Integer before = earliest.get(move.to);
        if (move.time >= at.time && (before == null || move.time < before)) {
          earliest.put(move.to, move.time);
          queue.add(new Arrival(move.time, move.to));
        }
      }
    }
    return answer(earliest);
  }

  private Answer answer(Map<Node, Integer> earliest) {
    long found = 0;
    long ids = 0;
    long arrivals = 0;
    for (Map.Entry<Node, Integer> entry : earliest.entrySet()) {
      if (entry.getKey().id < lots) {
        found++;
        ids += entry.getKey().id;
        arrivals += entry.getValue();
      }
    }
    return new Answer(found, ids, arrivals);
  }
}
