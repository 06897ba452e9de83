package io.foodsafety.trace.internal.columns;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that one thread appends while others read what was published to them: a position goes to
 * readers by a number that is written after the bytes. What was opened from a file stays there.
 */
public final class GrowingBytes {

  /** Bytes of a file that are mapped as one. */
  static final int PIECE = 1 << 30;

  private static final int BITS = 14;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;

  private final ByteBuffer[] first;
  private final long firstLength;
  private volatile byte[][] chunks = new byte[4][];
  private long size;

  /** No bytes. */
  public GrowingBytes() {
    this(List.of(), 0);
  }

  GrowingBytes(List<ByteBuffer> first, long firstLength) {
    this.first = first.toArray(ByteBuffer[]::new);
    this.firstLength = firstLength;
    this.size = firstLength;
  }

  /** For the writer: the position after the last byte. */
  public long size() {
    return size;
  }

  /** One byte. */
  public byte get(long position) {
    if (position < firstLength) {
      return first[(int) (position / PIECE)].get((int) position & (PIECE - 1));
    }
    long at = position - firstLength;
    return chunks[(int) (at >>> BITS)][(int) at & MASK];
  }

  /** Some bytes, copied. */
  public byte[] get(long position, int length) {
    byte[] bytes = new byte[length];
    long at = position - firstLength;
    if (length > 0 && at >= 0 && ((int) at & MASK) + length <= CHUNK) {
      System.arraycopy(chunks[(int) (at >>> BITS)], (int) at & MASK, bytes, 0, length);
      return bytes;
    }
    for (int i = 0; i < length; i++) {
      bytes[i] = get(position + i);
    }
    return bytes;
  }

  /** The bytes around one, some of them perhaps not there yet; nothing if it is in a file. */
  byte @Nullable [] around(long position) {
    long at = position - firstLength;
    return at < 0 ? null : chunks[(int) (at >>> BITS)];
  }

  /** Where the bytes around one begin. */
  long startOf(long position) {
    return position - ((int) (position - firstLength) & MASK);
  }

  /** Appends a byte. */
  public void add(byte value) {
    long at = size - firstLength;
    int index = (int) (at >>> BITS);
    byte[][] all = chunks;
    if (index == all.length) {
      all = Arrays.copyOf(all, index + (index >> 1));
    }
    if (all[index] == null) {
      all[index] = new byte[CHUNK];
      chunks = all;
    }
    all[index][(int) at & MASK] = value;
    size++;
  }

  /** Appends bytes. */
  public void add(byte[] values, int length) {
    long at = size - firstLength;
    int offset = (int) at & MASK;
    if (offset > 0 && offset + length <= CHUNK) {
      System.arraycopy(values, 0, chunks[(int) (at >>> BITS)], offset, length);
      size += length;
      return;
    }
    for (int i = 0; i < length; i++) {
      add(values[i]);
    }
  }

  /** Appends bytes of another column. */
  public void add(GrowingBytes other, long from, long to) {
    if (to - from < CHUNK) {
      byte[] bytes = other.get(from, (int) (to - from));
      add(bytes, bytes.length);
      return;
    }
    for (long at = from; at < to; at++) {
      add(other.get(at));
    }
  }

  /** Appends zeros until the size is a multiple of 4. */
  public void align() {
    while ((size & 3) != 0) {
      add((byte) 0);
    }
  }

  Iterable<ByteBuffer> parts() {
    long grown = size - firstLength;
    int count = (int) ((grown + CHUNK - 1) >>> BITS);
    return () ->
        IntStream.range(0, first.length + count)
            .mapToObj(
                i ->
                    i < first.length ? first[i].duplicate().clear() : part(i - first.length, grown))
            .iterator();
  }

  private ByteBuffer part(int chunk, long grown) {
    return ByteBuffer.wrap(chunks[chunk], 0, (int) Math.min(CHUNK, grown - ((long) chunk << BITS)));
  }
}
