package io.foodsafety.trace.internal.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers to which one thread adds, and which it may change, while others read. Who reads a number
 * also sees what was written before it. What was opened from a file stays there.
 */
public final class GrowingInts {

  private static final int BITS = 12;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

  private final IntColumn first;
  private final int firstLength;
  private volatile int[][] chunks = new int[4][];
  private int size;

  /** No numbers. */
  public GrowingInts() {
    this(IntColumn.EMPTY);
  }

  GrowingInts(IntColumn first) {
    this.first = first;
    this.firstLength = first.length();
    this.size = firstLength;
  }

  /** For the writer: how many numbers there are. */
  public int size() {
    return size;
  }

  /** One number, of those that the reader knows to be there. */
  public int get(int index) {
    if (index < firstLength) {
      return first.getAcquire(index);
    }
    int at = index - firstLength;
    return (int) INTS.getAcquire(chunks[at >>> BITS], at & MASK);
  }

  /** One number; 0 if it is not there, or not there yet. */
  public int getOrZero(int index) {
    if (index < firstLength) {
      return first.getAcquire(index);
    }
    int at = index - firstLength;
    int[][] all = chunks;
    int[] chunk = at >>> BITS < all.length ? all[at >>> BITS] : null;
    return chunk == null ? 0 : (int) INTS.getAcquire(chunk, at & MASK);
  }

  /** Changes a number. */
  public void set(int index, int value) {
    if (index < firstLength) {
      first.setRelease(index, value);
    } else {
      int at = index - firstLength;
      INTS.setRelease(chunks[at >>> BITS], at & MASK, value);
    }
  }

  /** Adds a number; returns its index. */
  public int add(int value) {
    int index = size;
    growTo(index + 1);
    set(index, value);
    return index;
  }

  /** Adds zeros until there are so many numbers. */
  public void growTo(int newSize) {
    for (int last = size - firstLength; last < newSize - firstLength; last = (last | MASK) + 1) {
      int index = last >>> BITS;
      int[][] all = chunks;
      if (index == all.length) {
        all = Arrays.copyOf(all, index + (index >> 1));
      }
      if (all[index] == null) {
        all[index] = new int[CHUNK];
      }
      chunks = all;
    }
    size = Math.max(size, newSize);
  }

  Iterable<ByteBuffer> parts() {
    int grown = size - firstLength;
    int count = (grown + CHUNK - 1) >>> BITS;
    return () ->
        IntStream.rangeClosed(-1, count - 1)
            .mapToObj(i -> i < 0 ? first.bytes() : part(i, Math.min(CHUNK, grown - i * CHUNK)))
            .iterator();
  }

  private ByteBuffer part(int chunk, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length * Integer.BYTES).order(ByteOrder.nativeOrder());
    bytes.asIntBuffer().put(chunks[chunk], 0, length);
    return bytes;
  }
}
