package io.foodsafety.trace.internal.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The edges by which a search came to nodes from the depth before: of a way through a hub both the
 * edge into the hub and the one out of it. For one thread.
 */
public final class ViaEdges {

  /** The edges by which a depth leads into a hub, by the label in the hub. */
  private static final class Entrances {
    private final int[] labels;
    private final int[] links;

    Entrances(int[] labels, int[] links) {
      this.labels = labels;
      this.links = links;
    }

    /** How many can be left again by an edge with this end. */
    int until(int end) {
      int low = 0;
      int high = labels.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (labels[middle] <= end) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private final Closure closure;
  private final boolean strict;
  private final Direction direction;
  private final EdgeCursor back;
  private final EdgeCursor backFromHub;
  private final int[] nodes;
  private final int[] refs;
  private final LabelTable places = new LabelTable();
  private Map<Integer, Entrances> hubs = new HashMap<>();

  /** Of the entrances that are kept: nodes are looked for depth by depth. */
  private int depthOfHubs;

  private int[] links = new int[16];
  private int size;

  /**
   * The edges of the last search.
   *
   * @param closure which is not to search again meanwhile
   * @param nodes the nodes that it found, those of each depth in any order
   */
  public ViaEdges(Closure closure, int[] nodes) {
    this.closure = closure;
    this.nodes = nodes;
    this.strict = closure.isStrict();
    this.direction = closure.direction();
    this.back = closure.graph().edges(direction.reverse());
    this.backFromHub = closure.graph().edges(direction.reverse());
    this.refs = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      refs[i] = closure.graph().ref(nodes[i], direction.reverse());
    }
    for (int i = 0; i < nodes.length; i++) {
      places.putIfEarlier(LabelTable.entry(refs[i], i));
    }
  }

  /**
   * Looks for the edges to a node; {@link #link} gives them until the next call.
   *
   * @param i the i-th of the nodes
   * @param depth its depth, at least 1
   * @return how many there are; a link can be among them more than once
   */
  public int find(int i, int depth) {
    size = 0;
    back.moveToRef(refs[i]);
    while (back.next()) {
      if (startsLate(back)) {
        continue;
      }
      int end = direction.end(back.lo(), back.hi());
      if (back.isHub()) {
        addHub(back.ref(), depth - 1, end);
      } else if (leads(back, depth - 1)) {
        add(back.link());
      }
    }
    return size;
  }

  /** The link of one of the edges found last. */
  public int link(int index) {
    return links[index];
  }

  private void addHub(int hub, int depth, int end) {
    Entrances entrances = entrances(hub, depth);
    int count = strict ? entrances.until(end) : entrances.links.length;
    if (count > 0) {
      add(back.link());
      for (int entrance = 0; entrance < count; entrance++) {
        add(entrances.links[entrance]);
      }
    }
  }

  /** Whether the edge gone back over can be taken from where its origin was at a depth. */
  private boolean leads(EdgeCursor edge, int depth) {
    long entry = places.find(edge.ref());
    if (entry == 0 || startsLate(edge)) {
      return false;
    }
    int place = LabelTable.label(entry);
    if (!strict) {
      return closure.isAtDepth(place, depth);
    }
    return closure.depth(place) <= depth
        && labelAt(place, depth) <= direction.end(edge.lo(), edge.hi());
  }

  private boolean startsLate(EdgeCursor edge) {
    return direction.start(edge.lo(), edge.hi()) > closure.lastStart();
  }

  private int labelAt(int place, int depth) {
    return closure.labelAt(nodes[place], depth);
  }

  private Entrances entrances(int hub, int depth) {
    if (depth != depthOfHubs) {
      hubs = new HashMap<>(); // to clear a map takes as long as it was ever large
      depthOfHubs = depth;
    }
    return hubs.computeIfAbsent(hub, unused -> findEntrances(hub, depth));
  }

  private Entrances findEntrances(int hub, int depth) {
    long[] found = new long[4];
    int count = 0;
    backFromHub.moveToRef(hub);
    while (backFromHub.next()) {
      if (leads(backFromHub, depth)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        int start = direction.start(backFromHub.lo(), backFromHub.hi());
        int label =
            strict
                ? Math.max(labelAt(LabelTable.label(places.find(backFromHub.ref())), depth), start)
                : Integer.MIN_VALUE;
        found[count++] = LabelTable.entry(label, backFromHub.link());
      }
    }
    Arrays.sort(found, 0, count);
    int[] labels = new int[count];
    int[] entering = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = LabelTable.ref(found[i]);
      entering[i] = LabelTable.label(found[i]);
    }
    return new Entrances(labels, entering);
  }

  private void add(int link) {
    if (size == links.length) {
      links = Arrays.copyOf(links, 2 * size);
    }
    links[size++] = link;
  }
}
