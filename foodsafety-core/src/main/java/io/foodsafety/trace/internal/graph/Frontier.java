package io.foodsafety.trace.internal.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Nodes whose edges are still to be followed, first in, first out: each with its label, and with
 * the label from which its edges were followed before.
 */
final class Frontier {

  /** Stands for the label before the first one. */
  static final int UNREACHED = Integer.MAX_VALUE;

  private static final int LARGEST_KEPT = 1 << 20;

  private long[] entries = new long[256];
  private int[] before = new int[256];
  private int head;
  private int tail;

  void clear() {
    head = 0;
    tail = 0;
    if (entries.length > LARGEST_KEPT) {
      entries = new long[256];
      before = new int[256];
    }
  }

  void add(long entry, int labelBefore) {
    if (tail == entries.length) {
      entries = Arrays.copyOf(entries, tail * 2);
      before = Arrays.copyOf(before, tail * 2);
    }
    entries[tail] = entry;
    before[tail++] = labelBefore;
  }

  boolean isEmpty() {
    return head == tail;
  }

  int head() {
    return head;
  }

  int tail() {
    return tail;
  }

  /** Everything before is done. */
  void advanceTo(int newHead) {
    head = newHead;
  }

  /** Gives the room of what is done to what comes, if that is most of it. */
  void forget() {
    int left = tail - head;
    if (head > left) {
      System.arraycopy(entries, head, entries, 0, left);
      System.arraycopy(before, head, before, 0, left);
      head = 0;
      tail = left;
    }
  }

  /** Leaves out some of those that are still to be followed. */
  void removeIf(IntPredicate isUnwanted) {
    int kept = head;
    for (int i = head; i < tail; i++) {
      if (!isUnwanted.test(LabelTable.ref(entries[i]))) {
        entries[kept] = entries[i];
        before[kept++] = before[i];
      }
    }
    tail = kept;
  }

  long[] entries() {
    return entries;
  }

  int[] labelsBefore() {
    return before;
  }
}
