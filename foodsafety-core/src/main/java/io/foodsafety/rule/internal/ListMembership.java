package io.foodsafety.rule.internal;

import java.util.Arrays;

/** Which lists of words, by their numbers, hold a word. What was found once is remembered. */
final class ListMembership {

  private static final byte NOT_ASKED = 0;
  private static final byte HOLDS = 1;
  private static final byte DOES_NOT = 2;

  private final Dictionary dictionary;
  private final String word;
  private byte[] known = {};

  ListMembership(Dictionary dictionary, String word) {
    this.dictionary = dictionary;
    this.word = word;
  }

  boolean holds(int list) {
    if (list >= known.length) {
      known = Arrays.copyOf(known, list + (list >> 1) + 16);
    }
    if (known[list] == NOT_ASKED) {
      known[list] = dictionary.words(list).contains(word) ? HOLDS : DOES_NOT;
    }
    return known[list] == HOLDS;
  }
}
