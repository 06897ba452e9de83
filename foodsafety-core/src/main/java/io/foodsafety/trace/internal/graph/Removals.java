package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/**
 * A log of removed edges that only grows, each removal linked to the one before of the same link.
 * One writer; readers look at the removals below the count that was published to them. A removal
 * concerns the edges that were there before it: those of the base, and the records of the delta
 * below a count.
 */
final class Removals {

  private static final int SIZE = 5;
  private static final int FROM = 1;
  private static final int TO = 2;
  private static final int UNTIL = 3;
  private static final int NEXT = 4;

  private final HeadTable heads = new HeadTable();
  private final NodeSet origins = new NodeSet(0);
  private final NodeSet ends = new NodeSet(0);
  private volatile int[] numbers = new int[0];
  private int count;

  int count() {
    return count;
  }

  /**
   * Adds a removal.
   *
   * @param until the count of the delta now
   */
  void add(int from, int to, int link, int until) {
    int at = count * SIZE;
    int[] all = numbers;
    if (at == all.length) {
      all = Arrays.copyOf(all, Math.max(16 * SIZE, all.length * 2));
    }
    int slot = heads.slot(link);
    all[at] = link;
    all[at + FROM] = from;
    all[at + TO] = to;
    all[at + UNTIL] = until;
    all[at + NEXT] = heads.get(slot);
    numbers = all;
    origins.add(from);
    ends.add(to);
    // a removal must be whole before it becomes a head
    heads.put(slot, link, count);
    count++;
  }

  /** Adds removals of another log, whose delta has lost its first records to the base. */
  void addAll(Removals other, int first, int end, int carried) {
    for (int at = first * SIZE; at < end * SIZE; at += SIZE) {
      int[] all = other.numbers;
      add(all[at + FROM], all[at + TO], all[at], Math.max(0, all[at + UNTIL] - carried));
    }
  }

  /** The nodes that removed edges leave in a direction, or more. */
  NodeSet touched(Direction direction) {
    return direction == Direction.FORWARD ? origins : ends;
  }

  /** The count of the delta at the last of the first removals that names an edge; -1 if none. */
  int until(int known, int from, int to, int link) {
    int removal = HeadTable.head(heads.entries(), link);
    while (removal != HeadTable.NONE) {
      int[] all = numbers;
      int at = removal * SIZE;
      if (removal < known && all[at + FROM] == from && all[at + TO] == to) {
        return all[at + UNTIL];
      }
      removal = all[at + NEXT];
    }
    return -1;
  }
}
