package io.foodsafety.trace.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The strongly connected components of a graph, by the algorithm of Tarjan without recursion. Used
 * once, by one thread.
 */
final class Components {

  private final IntFunction<Iterator<Integer>> targets;
  private final int[] number;
  private final int[] lowest;
  private final boolean[] isOpen;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<List<Integer>> found = new ArrayList<>();
  private int next = 1;

  /** A node on the way, and those of its targets that were not looked at. */
  private record Visit(int node, Iterator<Integer> rest) {}

  private Components(int size, IntFunction<Iterator<Integer>> targets) {
    this.targets = targets;
    this.number = new int[size];
    this.lowest = new int[size];
    this.isOpen = new boolean[size];
  }

  /**
   * The components of a graph, each after all those to which its edges lead.
   *
   * @param size the number of nodes
   * @param targets where the edges of a node lead
   */
  static List<List<Integer>> of(int size, IntFunction<Iterator<Integer>> targets) {
    Components components = new Components(size, targets);
    for (int node = 0; node < size; node++) {
      if (components.number[node] == 0) {
        components.visit(node);
      }
    }
    return components.found;
  }

  private void visit(int first) {
    Deque<Visit> way = new ArrayDeque<>();
    way.push(enter(first));
    while (!way.isEmpty()) {
      int node = way.element().node();
      Visit deeper = goOn(way.element());
      if (deeper != null) {
        way.push(deeper);
        continue;
      }
      way.remove();
      if (!way.isEmpty()) {
        int before = way.element().node();
        lowest[before] = Math.min(lowest[before], lowest[node]);
      }
      if (lowest[node] == number[node]) {
        close(node);
      }
    }
  }

  private Visit enter(int node) {
    number[node] = next++;
    lowest[node] = number[node];
    isOpen[node] = true;
    open.push(node);
    return new Visit(node, targets.apply(node));
  }

  private @Nullable Visit goOn(Visit visit) {
    while (visit.rest().hasNext()) {
      int target = visit.rest().next();
      if (number[target] == 0) {
        return enter(target);
      }
      if (isOpen[target]) {
        lowest[visit.node()] = Math.min(lowest[visit.node()], number[target]);
      }
    }
    return null;
  }

  private void close(int node) {
    List<Integer> component = new ArrayList<>(1);
    int last;
    do {
      last = open.pop();
      isOpen[last] = false;
      component.add(last);
    } while (last != node);
    found.add(component);
  }
}
