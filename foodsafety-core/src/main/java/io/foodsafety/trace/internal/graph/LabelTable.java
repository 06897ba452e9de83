package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/**
 * The nodes that a search has reached, each with the earliest label so far: a small open table that
 * grows with the closure. An entry is one number, (reference, label).
 */
final class LabelTable {

  private static final int SMALLEST = 8;
  private static final int LARGE = 15;
  private static final int LARGEST_KEPT = 20;

  /** Arrays by the logarithm of their size, all zero but the one in use. */
  private final long[][] arrays = new long[31][];

  private int bits = SMALLEST;
  private long[] entries = new long[1 << SMALLEST];
  private int shift = 32 - SMALLEST;
  private int size;

  /** Keeps {@link #touch} from being optimized away. */
  @SuppressWarnings({"unused", "UnusedVariable"})
  private long touched;

  LabelTable() {
    arrays[SMALLEST] = entries;
  }

  static long entry(int ref, int label) {
    return ((long) ref << 32) | (label & 0xFFFFFFFFL);
  }

  private static int firstSlot(int ref, int shift) {
    return (ref * 0x9E3779B9) >>> shift;
  }

  static int ref(long entry) {
    return (int) (entry >>> 32);
  }

  static int label(long entry) {
    return (int) entry;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(entries, 0);
    }
    Arrays.fill(arrays, LARGEST_KEPT + 1, arrays.length, null);
    use(SMALLEST);
    size = 0;
  }

  /** Whether it is larger than the caches next to a core. */
  boolean isLarge() {
    return bits >= LARGE;
  }

  /** Reads where some entries will go, all at once: then they are near when they are entered. */
  void touch(long[] wanted, int first, int last) {
    long[] table = entries;
    int by = shift;
    long sum = 0;
    for (int i = first; i < last; i++) {
      sum += table[firstSlot(ref(wanted[i]), by)];
    }
    touched = sum;
  }

  /** Enters a label if it is the first of its node, or earlier; returns the entry before, or 0. */
  long putIfEarlier(long entry) {
    long[] table = entries;
    int mask = table.length - 1;
    int ref = ref(entry);
    for (int slot = firstSlot(ref, shift); ; slot = (slot + 1) & mask) {
      long before = table[slot];
      if (before == 0) {
        table[slot] = entry;
        if (++size > table.length >> 1) {
          grow();
        }
        return 0;
      }
      if (ref(before) == ref) {
        if (label(entry) < label(before)) {
          table[slot] = entry;
        }
        return before;
      }
    }
  }

  /** The entry of a node, or 0. */
  long find(int ref) {
    long[] table = entries;
    int mask = table.length - 1;
    for (int slot = firstSlot(ref, shift); ; slot = (slot + 1) & mask) {
      long entry = table[slot];
      if (entry == 0 || ref(entry) == ref) {
        return entry;
      }
    }
  }

  private void grow() {
    long[] old = entries;
    use(bits + 1);
    int mask = entries.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int slot = firstSlot(ref(entry), shift);
        while (entries[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        entries[slot] = entry;
      }
    }
    Arrays.fill(old, 0);
  }

  private void use(int newBits) {
    bits = newBits;
    shift = 32 - newBits;
    long[] array = arrays[newBits];
    if (array == null) {
      array = new long[1 << newBits];
      arrays[newBits] = array;
    }
    entries = array;
  }
}
