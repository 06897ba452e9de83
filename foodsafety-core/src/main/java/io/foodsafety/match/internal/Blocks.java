package io.foodsafety.match.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The pairs of businesses that share a key, each once. A key is kept as 40 bits of a hash beside 24
 * bits that number the business, in one sorted array; two keys of one hash only bring about a
 * comparison more.
 */
public final class Blocks {

  /** Most businesses. */
  public static final int MAX_BUSINESSES = 1 << 24;

  private static final int SHIFT = 24;
  private static final long NUMBER = MAX_BUSINESSES - 1L;

  private final long[] entries;
  private final int maxBlock;
  private final int businesses;

  private Blocks(long[] entries, int maxBlock, int businesses) {
    this.entries = entries;
    this.maxBlock = maxBlock;
    this.businesses = businesses;
  }

  /** The blocks of a population. */
  public static Blocks of(List<MatchRecord> population, int maxBlock) {
    if (population.size() > MAX_BUSINESSES) {
      throw new IllegalArgumentException(
          "There are %d businesses and must be at most %d."
              .formatted(population.size(), MAX_BUSINESSES));
    }
    long[] entries = new long[Math.max(16, population.size() * 12)];
    int size = 0;
    for (int i = 0; i < population.size(); i++) {
      Set<String> keys = BlockingKeys.of(population.get(i));
      if (size + keys.size() > entries.length) {
        entries = Arrays.copyOf(entries, entries.length + entries.length / 2 + keys.size());
      }
      for (String key : keys) {
        entries[size++] = hash(key) << SHIFT | i;
      }
    }
    Arrays.sort(entries, 0, size);
    return new Blocks(Arrays.copyOf(entries, size), maxBlock, population.size());
  }

  /** FNV-1a over the characters, mixed. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    return hash ^ hash >>> 32;
  }

  /** How many keys too many businesses share. */
  public int skipped() {
    int skipped = 0;
    for (int begin = 0; begin < entries.length; ) {
      int end = end(begin);
      skipped += end - begin > maxBlock ? 1 : 0;
      begin = end;
    }
    return skipped;
  }

  private int end(int begin) {
    int end = begin + 1;
    while (end < entries.length && entries[end] >>> SHIFT == entries[begin] >>> SHIFT) {
      end++;
    }
    return end;
  }

  /** How many businesses there are. */
  public int businesses() {
    return businesses;
  }

  /**
   * The pairs whose first business lies in a range, sorted, each once: the first number in the
   * upper half, the second in the lower.
   */
  public long[] pairs(int from, int to) {
    long[] pairs = new long[1024];
    int size = 0;
    for (int begin = 0; begin < entries.length; ) {
      int end = end(begin);
      if (end - begin <= maxBlock) {
        for (int i = begin; i < end; i++) {
          long first = entries[i] & NUMBER;
          if (first < from || first >= to) {
            continue;
          }
          if (size + end - i > pairs.length) {
            pairs = Arrays.copyOf(pairs, pairs.length * 2 + end - i);
          }
          for (int j = i + 1; j < end; j++) {
            long second = entries[j] & NUMBER;
            if (second != first) { // two keys of one business may have one hash
              pairs[size++] = first << Integer.SIZE | second;
            }
          }
        }
      }
      begin = end;
    }
    Arrays.sort(pairs, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[distinct++] = pairs[i];
      }
    }
    return Arrays.copyOf(pairs, distinct);
  }
}
