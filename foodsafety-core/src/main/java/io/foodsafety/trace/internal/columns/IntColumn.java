package io.foodsafety.trace.internal.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * As many numbers as it was made for, fewer than 2^29, on the heap or mapped from a file. Both are
 * read by the same instructions, so that a search is as quick over the one as over the other.
 */
public final class IntColumn {

  /** No numbers. */
  public static final IntColumn EMPTY = new IntColumn(0);

  private static final int MAX_LENGTH = 1 << 29;
  private static final VarHandle INTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final ByteBuffer bytes;

  /**
   * Zeros on the heap.
   *
   * @throws IllegalStateException if a column cannot be as long
   */
  public IntColumn(long length) {
    if (length >= MAX_LENGTH) {
      throw new IllegalStateException(
          "A column cannot hold so many numbers (%d): fewer than 2^29.".formatted(length));
    }
    bytes = ByteBuffer.allocate((int) length * Integer.BYTES).order(ByteOrder.nativeOrder());
  }

  /** The numbers of a buffer, in the order of bytes of this machine. */
  IntColumn(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** How many numbers there are. */
  public int length() {
    return bytes.limit() >> 2;
  }

  /** One number. */
  public int get(int index) {
    return (int) INTS.get(bytes, index << 2);
  }

  /** Sets a number. */
  public void set(int index, int value) {
    INTS.set(bytes, index << 2, value);
  }

  /** One number, and all that its writer wrote before. */
  public int getAcquire(int index) {
    int value = get(index); // newer JDKs have no other access to a buffer on the heap
    VarHandle.acquireFence();
    return value;
  }

  /** Sets a number for those who get it with {@link #getAcquire}. */
  public void setRelease(int index, int value) {
    VarHandle.releaseFence();
    set(index, value);
  }

  /** All bytes, to be written to a file. */
  ByteBuffer bytes() {
    return bytes.duplicate().clear();
  }
}
