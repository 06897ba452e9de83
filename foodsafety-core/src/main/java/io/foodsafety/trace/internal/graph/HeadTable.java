package io.foodsafety.trace.internal.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The newest record of each node, for one writer and many readers. An entry is one number, (node +
 * 1, record), written with release: who sees a record by it sees all that was written before. A
 * table that has grown leaves its old array as it was, with everything published until then.
 */
final class HeadTable {

  static final int NONE = -1;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);

  private volatile long[] entries = new long[16];
  private int size;

  /** For the writer: where the entry of a node is, or goes. */
  int slot(int node) {
    return find(entries, node);
  }

  /** For the writer: the newest record of the node whose slot it is, or {@link #NONE}. */
  int get(int slot) {
    long entry = entries[slot];
    return entry == 0 ? NONE : (int) entry;
  }

  /** For the writer: makes a record the newest of a node. */
  void put(int slot, int node, int record) {
    long[] table = entries;
    boolean added = table[slot] == 0;
    ENTRY.setRelease(table, slot, ((long) (node + 1) << 32) | record);
    if (added && ++size > table.length >> 1) {
      entries = doubled(table);
    }
  }

  /** What {@link #head} takes: a search gets it once. */
  long[] entries() {
    return entries;
  }

  /** The newest record of a node, or {@link #NONE}. */
  static int head(long[] entries, int node) {
    int mask = entries.length - 1;
    for (int slot = firstSlot(node, entries.length); ; slot = (slot + 1) & mask) {
      long entry = (long) ENTRY.getAcquire(entries, slot);
      if (entry == 0) {
        return NONE;
      }
      if ((int) (entry >>> 32) == node + 1) {
        return (int) entry;
      }
    }
  }

  private static long[] doubled(long[] table) {
    long[] larger = new long[table.length * 2];
    for (long entry : table) {
      if (entry != 0) {
        larger[find(larger, (int) (entry >>> 32) - 1)] = entry;
      }
    }
    return larger;
  }

  private static int find(long[] table, int node) {
    int mask = table.length - 1;
    int slot = firstSlot(node, table.length);
    while (table[slot] != 0 && (int) (table[slot] >>> 32) != node + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int firstSlot(int node, int length) {
    return (node * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(length) + 1);
  }
}
