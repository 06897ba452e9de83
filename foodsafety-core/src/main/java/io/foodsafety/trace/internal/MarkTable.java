package io.foodsafety.trace.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Marks of holdings, each once somebody asked for it. What one thread puts here another may not
 * see, and works it out again.
 */
final class MarkTable {

  private static final int BITS = 10;
  private static final int MASK = (1 << BITS) - 1;
  private static final VarHandle CHUNKS = MethodHandles.arrayElementVarHandle(long[][].class);
  private static final VarHandle MARKS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final long[] NONE = new long[MASK + 1];

  private final long[][] chunks;

  /** No marks yet of so many nodes. */
  MarkTable(int nodes) {
    chunks = new long[(nodes + MASK) >>> BITS][];
    Arrays.fill(chunks, NONE);
  }

  /** The bits of the marks of a node; 0 if they are not here. */
  long get(int node) {
    long[] chunk = (long[]) CHUNKS.getAcquire(chunks, node >>> BITS);
    return (long) MARKS.getOpaque(chunk, node & MASK);
  }

  void put(int node, long bits) {
    long[] chunk = (long[]) CHUNKS.getAcquire(chunks, node >>> BITS);
    if (chunk == NONE) {
      chunk = new long[MASK + 1];
      CHUNKS.setRelease(chunks, node >>> BITS, chunk);
    }
    MARKS.setOpaque(chunk, node & MASK, bits);
  }

  /** Puts what another table has of some of its first nodes. */
  void addAll(MarkTable other, int size, IntPredicate which) {
    for (int node = 0; node < size; node++) {
      long bits = other.get(node);
      if (bits != 0 && which.test(node)) {
        put(node, bits);
      }
    }
  }
}
