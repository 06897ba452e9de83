package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/** What the labels of nodes were at depths before the one at which they became better. */
final class LabelHistory {

  private static final int NONE = -1;

  private final LabelTable newest = new LabelTable();
  private long[] before = new long[16];
  private int[] levels = new int[16];
  private int[] older = new int[16];
  private int size;
  private int indexed;

  void clear() {
    size = 0;
    indexed = 0;
    newest.clear();
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Notes what a node had until a level. Levels never fall. */
  void add(long entryBefore, int level) {
    if (size == before.length) {
      before = Arrays.copyOf(before, 2 * size);
      levels = Arrays.copyOf(levels, 2 * size);
      older = Arrays.copyOf(older, 2 * size);
    }
    before[size] = entryBefore;
    levels[size++] = level;
  }

  /** The label at a depth of a node that was reached by then, given the one that it has now. */
  int labelAt(int ref, int depth, int now) {
    int label = now;
    int each = newest(ref);
    while (each != NONE && levels[each] > depth) {
      label = LabelTable.label(before[each]);
      each = older[each];
    }
    return label;
  }

  private int newest(int ref) {
    for (; indexed < size; indexed++) {
      // the complement of a later number is smaller, and replaces
      long known = newest.putIfEarlier(LabelTable.entry(LabelTable.ref(before[indexed]), ~indexed));
      older[indexed] = known == 0 ? NONE : ~LabelTable.label(known);
    }
    long entry = newest.find(ref);
    return entry == 0 ? NONE : ~LabelTable.label(entry);
  }
}
