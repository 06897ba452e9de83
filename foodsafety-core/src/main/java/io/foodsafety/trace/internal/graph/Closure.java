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

  /** Stands for the label of a node that was not admitted: no label is earlier. */
  private static final int BARRED = Integer.MIN_VALUE;

  private final LabelTable reached = new LabelTable();
  private final Frontier frontier = new Frontier();
  private final Frontier hubs = new Frontier();
  private final Expansion expansion = new Expansion();
  private final LabelHistory history = new LabelHistory();
  private GraphSnapshot snapshot = GraphSnapshot.EMPTY;
  private Direction direction = Direction.FORWARD;
  private SearchLimits limits = SearchLimits.NONE;
  private int[] found = new int[256];
  private int size;
  private int[] levels = new int[16];
  private int levelCount;
  private boolean strict;
  private int lastStart;

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

  /**
   * Follows every edge, but those of the starts only to some nodes.
   *
   * @param first the nodes that the starts lead to
   */
  public void searchVia(
      GraphSnapshot graph, Direction way, int[] starts, int[] first, SearchLimits within) {
    begin(graph, way, false, within);
    for (int start : starts) {
      start(start, 0);
    }
    frontier.clear();
    if (within.maxDepth() > 0) {
      beginLevel();
      for (int node : first) {
        start(node, 0);
      }
      admit();
      followLevels();
    }
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

  /** The number of depths, of which the last may have no nodes. */
  public int depths() {
    return levelCount;
  }

  /** The first of the nodes found at a depth; at the number of depths, their number. */
  public int firstAt(int depth) {
    return depth == levelCount ? size : levels[depth];
  }

  /** Whether a node was found. */
  public boolean contains(int node) {
    return isFound(snapshot.ref(node, direction));
  }

  /** Whether a node was found at a depth. */
  boolean isAtDepth(int i, int depth) {
    return i >= levels[depth] && i < firstAt(depth + 1);
  }

  GraphSnapshot graph() {
    return snapshot;
  }

  Direction direction() {
    return direction;
  }

  boolean isStrict() {
    return strict;
  }

  /** Edges that start later, on the axis of the direction, were not followed. */
  int lastStart() {
    return lastStart;
  }

  /** Whether a reference names a node that was found. */
  boolean isFound(int ref) {
    long entry = reached.find(ref);
    return entry != 0 && LabelTable.label(entry) != BARRED;
  }

  /** The label of a node that was found, on the axis of the direction. */
  int labelOf(int node) {
    return LabelTable.label(reached.find(snapshot.ref(node, direction)));
  }

  /** The label of a node that was found, as it was at a depth, on the axis of the direction. */
  int labelAt(int node, int depth) {
    int ref = snapshot.ref(node, direction);
    int now = LabelTable.label(reached.find(ref));
    return history.isEmpty() ? now : history.labelAt(ref, depth, now);
  }

  private void begin(GraphSnapshot graph, Direction way, boolean isStrict, SearchLimits within) {
    snapshot = graph;
    direction = way;
    limits = within;
    strict = isStrict;
    reached.clear();
    history.clear();
    frontier.clear();
    hubs.clear();
    lastStart = within.lastStart(way);
    expansion.bind(graph, way, strict, lastStart);
    size = 0;
    levels[0] = 0;
    levelCount = 1;
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
    while (!frontier.isEmpty() && levelCount <= limits.maxDepth()) {
      beginLevel();
      int end = frontier.tail();
      while (frontier.head() < end) {
        expand(frontier, end);
        while (!hubs.isEmpty()) {
          expand(hubs, hubs.tail());
        }
      }
      frontier.forget();
      hubs.forget();
      admit();
    }
  }

  private void beginLevel() {
    if (levelCount == levels.length) {
      levels = Arrays.copyOf(levels, levelCount * 2);
    }
    levels[levelCount++] = size;
  }

  /** Leaves out what the limits do not admit of the nodes that the level found. */
  private void admit() {
    int first = levels[levelCount - 1];
    if (limits.admission().isEmpty() || size == first) {
      return;
    }
    int[] nodes = new int[size - first];
    for (int i = first; i < size; i++) {
      nodes[i - first] = node(i);
    }
    int kept = limits.admission().get().admit(nodes);
    if (kept == nodes.length) {
      return;
    }
    for (int i = 0; i < nodes.length; i++) {
      int ref = snapshot.ref(nodes[i], direction);
      found[first + i] = ref;
      if (i >= kept) {
        reached.putIfEarlier(LabelTable.entry(ref, BARRED));
      }
    }
    size = first + kept;
    frontier.removeIf(ref -> LabelTable.label(reached.find(ref)) == BARRED);
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
    for (int i = first; i < last; i++) {
      long entry = candidates[i];
      long before = reached.putIfEarlier(entry);
      if (before == 0) {
        reach(entry);
      } else if (LabelTable.label(entry) < LabelTable.label(before)) {
        boolean isHub = Ref.isHub(LabelTable.ref(entry));
        if (!isHub) {
          history.add(before, levelCount - 1);
        }
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
}
