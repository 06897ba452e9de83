package io.foodsafety.benchmarks.trace.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The same objects as {@link ObjectsPeer}, but a search marks the objects themselves. That is
 * faster than any set, and allows one search at a time only, by one thread; no other peer is like
 * that.
 */
final class MarkedObjectsPeer implements TracePeer {

  private static final class Node {
    private final int id;
    private final List<Move> moves = new ArrayList<>(2);
    private int lastSearch;
    private int arrival;

    Node(int id) {
      this.id = id;
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
  private int search;

  MarkedObjectsPeer(TimedEdges edges) {
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
    search++;
    long found = 0;
    long ids = 0;
    Deque<Node> queue = new ArrayDeque<>();
    nodes[start].lastSearch = search;
    queue.add(nodes[start]);
    for (Node node = queue.poll(); node != null; node = queue.poll()) {
      if (node.id < lots) {
        found++;
        ids += node.id;
      }
      for (Move move : node.moves) {
        if (move.to.lastSearch != search) {
          move.to.lastSearch = search;
          queue.add(move.to);
        }
      }
    }
    return new Answer(found, ids, 0);
  }

  @Override
  public Answer earliestArrival(int start) {
    search++;
    long found = 0;
    long ids = 0;
    long arrivals = 0;
    PriorityQueue<Arrival> queue = new PriorityQueue<>();
    arrive(nodes[start], 0, queue);
    for (Arrival at = queue.poll(); at != null; at = queue.poll()) {
      Node node = at.node;
      if (at.time > node.arrival) {
        continue;
      }
      if (node.id < lots) {
        found++;
        ids += node.id;
        arrivals += node.arrival;
      }
      for (Move move : node.moves) {
        if (move.time >= at.time) {
          arrive(move.to, move.time, queue);
        }
      }
    }
    return new Answer(found, ids, arrivals);
  }

  private void arrive(Node node, int time, PriorityQueue<Arrival> queue) {
    if (node.lastSearch != search || time < node.arrival) {
      node.lastSearch = search;
      node.arrival = time;
      queue.add(new Arrival(time, node));
    }
  }
}
