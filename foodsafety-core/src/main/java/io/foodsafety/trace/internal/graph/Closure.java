package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/**
 * All nodes that can be reached from some, and the memory that a search needs, used again by the
 * next. For one thread.
 *
 * <p>The nodes come in the order of their depth, which is the least number of edges, a way through
 * a hub counting as one; the starts have depth 0. Hubs are not among them.
 */
public final class Closure {

  private final LabelTable reached = new LabelTable();
  private final Frontier frontier = new Frontier();
  private final Frontier hubs = new Frontier();
  private final Expansion expansion = new Expansion();
  private GraphSnapshot snapshot = GraphSnapshot.EMPTY;
  private Direction direction = Direction.FORWARD;
  private SearchLimits limits = SearchLimits.NONE;
  private int[] found = new int[256];
  private int size;
  private int[] levels = new int[16];
  private int levelCount;
  private boolean truncated;

  /** No search yet. */
  public Closure() {}

  /** Follows every edge. */
  public void search(GraphSnapshot graph, Direction way, int[] starts, SearchLimits within) {
    begin(graph, way, false, within);
    for (int start : starts) {
      start(start, 0);
    }
    followLevels();
  }

  /**
   * Follows the edges that can be taken in time.
   *
   * @param labels for each start, since when something is there; backward: until when
   */
  public void searchStrictly(
      GraphSnapshot graph, Direction way, int[] starts, int[] labels, SearchLimits within) {
    if (starts.length != labels.length) {
      throw new IllegalArgumentException(
          "There must be as many labels ("
              + labels.length
              + ") as starts ("
              + starts.length
              + ").");
    }
    begin(graph, way, true, within);
    for (int i = 0; i < starts.length; i++) {
      start(starts[i], way.turn(EdgeTime.clamp(labels[i])));
    }
    followLevels();
  }

  /** The number of nodes found, the starts included. */
  public int size() {
    return size;
  }

  /** The i-th node found. */
  public int node(int i) {
    return snapshot.base().adjacency(direction).node(found[i]);
  }

  /** The depth of the i-th node found. */
  public int depth(int i) {
    int low = 0;
    int high = levelCount - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (levels[middle] <= i) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** After a strict search: the earliest time at the i-th node found; backward, the latest. */
  public int label(int i) {
    return direction.turn(LabelTable.label(reached.find(found[i])));
  }

  /** Whether a limit kept the search from a node, or from an earlier label. */
  public boolean truncated() {
    return truncated;
  }

  private void begin(GraphSnapshot graph, Direction way, boolean strict, SearchLimits within) {
    snapshot = graph;
    direction = way;
    limits = within;
    reached.clear();
    frontier.clear();
    hubs.clear();
    expansion.bind(graph, way, strict);
    size = 0;
    levels[0] = 0;
    levelCount = 1;
    truncated = false;
  }

  private void start(int node, int label) {
    int ref = snapshot.ref(node, direction);
    long entry = LabelTable.entry(ref, label);
    long before = reached.putIfEarlier(entry);
    if (before == 0) {
      if (!Ref.isHub(ref)) {
        find(ref);
      }
      follow(frontier, entry, Frontier.UNREACHED);
    } else if (label < LabelTable.label(before)) {
      follow(frontier, entry, LabelTable.label(before));
    }
  }

  private void followLevels() {
    while (!frontier.isEmpty() && !truncated) {
      if (levelCount > limits.maxDepth()) {
        truncated = wouldLeadOn();
        return;
      }
      if (levelCount == levels.length) {
        levels = Arrays.copyOf(levels, levelCount * 2);
      }
      levels[levelCount++] = size;
      int end = frontier.tail();
      while (frontier.head() < end && !truncated) {
        expand(frontier, end);
        while (!hubs.isEmpty() && !truncated) {
          expand(hubs, hubs.tail());
        }
      }
      frontier.forget();
      hubs.forget();
    }
  }

  private void expand(Frontier from, int end) {
    int to = Math.min(end, from.head() + Expansion.BLOCK);
    int count = expansion.gather(from, from.head(), to);
    from.advanceTo(to);
    if (!reached.isLarge()) {
      enter(0, count);
      return;
    }
    for (int i = 0; i < count; i += Expansion.BLOCK) {
      int last = Math.min(count, i + Expansion.BLOCK);
      reached.touch(expansion.candidates(), i, last);
      enter(i, last);
    }
  }

  private void enter(int first, int last) {
    long[] candidates = expansion.candidates();
    for (int i = first; i < last && !truncated; i++) {
      long entry = candidates[i];
      long before = reached.putIfEarlier(entry);
      if (before == 0) {
        reach(entry);
      } else if (LabelTable.label(entry) < LabelTable.label(before)) {
        boolean isHub = Ref.isHub(LabelTable.ref(entry));
        follow(isHub ? hubs : frontier, entry, LabelTable.label(before));
      }
    }
  }

  private void reach(long entry) {
    int ref = LabelTable.ref(entry);
    if (Ref.isHub(ref)) {
      follow(hubs, entry, Frontier.UNREACHED);
    } else {
      find(ref);
      follow(frontier, entry, Frontier.UNREACHED);
    }
  }

  private void find(int ref) {
    if (size >= limits.maxNodes()) {
      truncated = true;
      return;
    }
    if (size == found.length) {
      found = Arrays.copyOf(found, size * 2);
    }
    found[size++] = ref;
  }

  private void follow(Frontier by, long entry, int labelBefore) {
    if (expansion.hasEdges(LabelTable.ref(entry))) {
      by.add(entry, labelBefore);
    }
  }

  /** At the greatest depth: whether an edge leads to a node not found, or there earlier. */
  private boolean wouldLeadOn() {
    while (!frontier.isEmpty() || !hubs.isEmpty()) {
      Frontier from = hubs.isEmpty() ? frontier : hubs;
      int to = Math.min(from.tail(), from.head() + Expansion.BLOCK);
      int count = expansion.gather(from, from.head(), to);
      from.advanceTo(to);
      for (int i = 0; i < count; i++) {
        long entry = expansion.candidates()[i];
        long before = reached.find(LabelTable.ref(entry));
        if (before != 0 && LabelTable.label(entry) >= LabelTable.label(before)) {
          continue;
        }
        if (!Ref.isHub(LabelTable.ref(entry))) {
          return true;
        }
        reached.putIfEarlier(entry);
        follow(hubs, entry, before == 0 ? Frontier.UNREACHED : LabelTable.label(before));
      }
    }
    return false;
  }
}
