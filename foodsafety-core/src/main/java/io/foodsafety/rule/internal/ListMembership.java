package io.foodsafety.rule.internal;

import java.util.Arrays;

/** Which lists of words, by their numbers, hold a word. What was found once is remembered. */
final class ListMembership {

  /** Has the lowest bit only if it holds the word. */
  private static final byte HOLDS = 1;

  private static final byte DOES_NOT = 0;
  private static final byte NOT_ASKED = 2;

  private final Dictionary dictionary;
  private final String word;
  private byte[] known = {};

  ListMembership(Dictionary dictionary, String word) {
    this.dictionary = dictionary;
    this.word = word;
  }

  boolean holds(int list) {
    expect(list);
    if (known[list] == NOT_ASKED) {
      known[list] = dictionary.words(list).contains(word) ? HOLDS : DOES_NOT;
    }
    return known[list] == HOLDS;
  }

  private void expect(int list) {
    int before = known.length;
    if (list >= before) {
      known = Arrays.copyOf(known, list + (list >> 1) + 16);
      Arrays.fill(known, before, known.length, NOT_ASKED);
    }
  }

  /** Which of the lists of a register hold the word; that of an unknown list means nothing. */
  void holds(Register lists, long[] into) {
    int count = lists.rows.count();
    expect(dictionary.lists());
    for (int begin = 0; begin < count; begin += Long.SIZE) {
      long found = 0;
      int states = 0;
      int end = Math.min(count, begin + Long.SIZE);
      for (int i = begin; i < end; i++) {
        int state = known[(int) lists.values[i]];
        states |= state;
        found |= (long) state << i;
      }
      into[begin >>> 6] = states > HOLDS ? askEach(lists, begin, end) : found;
    }
  }

  private long askEach(Register lists, int begin, int end) {
    long found = 0;
    for (int i = begin; i < end; i++) {
      int list = (int) lists.values[i];
      boolean holds = list < dictionary.lists() && holds(list); // what is unknown has some number
      found |= (holds ? 1L : 0L) << i;
    }
    return found;
  }
}
