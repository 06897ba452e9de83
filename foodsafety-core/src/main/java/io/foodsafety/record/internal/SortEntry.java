package io.foodsafety.record.internal;

import java.util.Arrays;

/**
 * Something to be sorted: by key, then by rank, then in the order of the input.
 *
 * @param key UTF-8, whose order by unsigned bytes is that of code points
 * @param rank the order of kinds of entries under one key
 * @param sequence the place in the input
 * @param source the number of the source it came from
 * @param line the line in that source
 * @param payload what is carried
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are handed on and never changed
record SortEntry(byte[] key, int rank, long sequence, int source, int line, byte[] payload)
    implements Comparable<SortEntry> {

  private static final int OVERHEAD = 96;

  /** About how many bytes of heap it takes. */
  int weight() {
    return key.length + payload.length + OVERHEAD;
  }

  boolean hasKeyOf(SortEntry other) {
    return Arrays.equals(key, other.key);
  }

  /** The same entry under another key. */
  SortEntry under(byte[] newKey, int newRank) {
    return new SortEntry(newKey, newRank, sequence, source, line, payload);
  }

  @Override
  public int compareTo(SortEntry other) {
    int byKey = Arrays.compareUnsigned(key, other.key);
    if (byKey != 0) {
      return byKey;
    }
    int byRank = Integer.compare(rank, other.rank);
    return byRank != 0 ? byRank : Long.compare(sequence, other.sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortEntry that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sequence);
  }

  @Override
  public String toString() {
    return "entry " + sequence;
  }
}
