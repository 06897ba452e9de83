package io.foodsafety.rule.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * What facts of each cell add to the results of their subject, packed: some words are added, others
 * joined bit by bit. A result has its place in a word, so that many of them cost one addition.
 */
final class CellWords {

  /** So many facts of a subject fit the places of sums; with more, each result is added alone. */
  static final int FEW = 255;

  /**
   * The place of a result.
   *
   * @param word the number of the word, of its sort
   * @param shift how far its lowest bit is from the end
   * @param mask as many ones as it has bits
   */
  record Place(int word, int shift, long mask) {
    long of(long word) {
      return (word >>> shift) & mask;
    }
  }

  private final int cells;
  private final List<long[]> sums = new ArrayList<>();
  private final List<long[]> unions = new ArrayList<>();
  private final List<byte[]> flags = new ArrayList<>();
  private int sumBits = Long.SIZE;
  private int unionBits = Long.SIZE;
  private int flagBits = Byte.SIZE;

  CellWords(int cells) {
    this.cells = cells;
  }

  /** The words that are added, each by cell. */
  List<long[]> sums() {
    return sums;
  }

  /** The words that are joined, each by cell. */
  List<long[]> unions() {
    return unions;
  }

  /** What is told of each fact, eight flags to a byte, each by cell. */
  List<byte[]> flags() {
    return flags;
  }

  /** A place for a sum of numbers, none negative and none greater than one. */
  Place sumOf(long most) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(most) + Byte.SIZE;
    if (bits > Integer.SIZE) {
      return sumOfAny();
    }
    if (sumBits + bits > Long.SIZE) {
      sums.add(new long[cells]);
      sumBits = 0;
    }
    sumBits += bits;
    return new Place(sums.size() - 1, sumBits - bits, -1L >>> -bits);
  }

  /** A place for a sum of any numbers. */
  Place sumOfAny() {
    sums.add(new long[cells]);
    sumBits = Long.SIZE;
    return new Place(sums.size() - 1, 0, -1L);
  }

  /** A place for so many bits, at most 64. */
  Place unionOf(int bits) {
    if (unionBits + bits > Long.SIZE) {
      unions.add(new long[cells]);
      unionBits = 0;
    }
    unionBits += bits;
    return new Place(unions.size() - 1, unionBits - bits, -1L >>> -bits);
  }

  /** A place for a flag of each fact. */
  Place flag() {
    if (flagBits == Byte.SIZE) {
      flags.add(new byte[cells]);
      flagBits = 0;
    }
    return new Place(flags.size() - 1, flagBits++, 1);
  }

  /** Sets the flag of facts of a cell. */
  void putFlag(int cell, Place place) {
    flags.get(place.word())[cell] |= (byte) (1 << place.shift());
  }

  /** Adds to what facts of a cell add. */
  void putSum(int cell, Place place, long value) {
    sums.get(place.word())[cell] += value << place.shift();
  }

  /** Joins a bit to those of the facts of a cell. */
  void putBit(int cell, Place place, int bit) {
    unions.get(place.word())[cell] |= 1L << (place.shift() + bit);
  }
}
