package io.foodsafety.rule.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Sets of row numbers as bits, 64 to a word. */
public final class Bits {

  private Bits() {}

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Takes one bit of each of some bytes; beyond the last one there are seven more bytes. */
  static void gather(byte[] bytes, int from, int count, int bit, long[] into) {
    for (int begin = 0; begin < count; begin += 64) {
      long word = 0;
      int end = Math.min(64, count - begin);
      for (int i = 0; i < end; i += 8) {
        long eight = ((long) LONGS.get(bytes, from + begin + i) >>> bit) & 0x0101010101010101L;
        word |= ((eight * 0x0102040810204080L) >>> 56) << i;
      }
      into[begin >>> 6] = word;
    }
  }

  /** How many words hold so many bits. */
  public static int words(int bits) {
    return (bits + 63) >>> 6;
  }

  public static boolean get(long[] bits, int index) {
    return ((bits[index >>> 6] >>> index) & 1) != 0;
  }

  public static void set(long[] bits, int index) {
    bits[index >>> 6] |= 1L << index;
  }

  static void unset(long[] bits, int index) {
    bits[index >>> 6] &= ~(1L << index);
  }

  /** The word that has the bits from an index of its own on, to the end. */
  private static long from(int index) {
    return -1L << index;
  }

  /** The word that has the bits below an index, which is not 0 modulo 64 or means all of them. */
  private static long below(int index) {
    return -1L >>> -index;
  }

  /** The first bit set from an index on, below another; that other one if there is none. */
  static int next(long[] bits, int from, int to) {
    if (from >= to) {
      return to;
    }
    int word = from >>> 6;
    int end = (to - 1) >>> 6;
    long rest = bits[word] & from(from);
    while (rest == 0) {
      if (++word > end) {
        return to;
      }
      rest = bits[word];
    }
    return Math.min(to, (word << 6) + Long.numberOfTrailingZeros(rest));
  }

  /** The first bit set from an index on, below another; one of no less than that if none is. */
  static int first(long[] bits, int from, int to) {
    return to - from <= Long.SIZE
        ? from + Long.numberOfTrailingZeros(slice(bits, from, to))
        : next(bits, from, to);
  }

  /** The last bit set from an index on, below another; one of less than that if none is. */
  static int last(long[] bits, int from, int to) {
    return to - from <= Long.SIZE
        ? from + 63 - Long.numberOfLeadingZeros(slice(bits, from, to))
        : lastOfMany(bits, from, to);
  }

  private static int lastOfMany(long[] bits, int from, int to) {
    int end = to;
    while (end > from) {
      int begin = Math.max(from, end - Long.SIZE);
      long rest = slice(bits, begin, end);
      if (rest != 0) {
        return begin + 63 - Long.numberOfLeadingZeros(rest);
      }
      end = begin;
    }
    return from - 1;
  }

  /**
   * The bits from an index on, up to 64 of them, below another; the first one is the lowest. There
   * is a word more than the bits need.
   */
  static long slice(long[] bits, int from, int to) {
    int word = from >>> 6;
    long low = bits[word] >>> from;
    long high = bits[word + 1] << 1 << ~from; // nothing if the first bit is that of a word
    int count = to - from;
    return (low | high) & (count >= Long.SIZE ? -1L : ~(-1L << count));
  }

  /** The 64 bits of a word, but for those that are beyond a count of bits. */
  static long within(long[] bits, int word, int count) {
    int beyond = ((word + 1) << 6) - count;
    return beyond <= 0 ? bits[word] : bits[word] & -1L >>> beyond;
  }

  /** How many bits are set from an index on, below another. */
  static int count(long[] bits, int from, int to) {
    if (from >= to) {
      return 0;
    }
    int first = from >>> 6;
    int last = (to - 1) >>> 6;
    if (first == last) {
      return Long.bitCount(bits[first] & from(from) & below(to));
    }
    int count = Long.bitCount(bits[first] & from(from)) + Long.bitCount(bits[last] & below(to));
    for (int word = first + 1; word < last; word++) {
      count += Long.bitCount(bits[word]);
    }
    return count;
  }

  /** Sets the bits from one index to below another. */
  static void fill(long[] bits, int from, int to) {
    if (from >= to) {
      return;
    }
    int first = from >>> 6;
    int last = (to - 1) >>> 6;
    if (first == last) {
      bits[first] |= from(from) & below(to);
      return;
    }
    bits[first] |= from(from);
    Arrays.fill(bits, first + 1, last, -1L);
    bits[last] |= below(to);
  }
}
