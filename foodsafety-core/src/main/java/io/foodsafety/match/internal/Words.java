package io.foodsafety.match.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A set of words that are looked for in a text, the longest first. Immutable. */
public final class Words {

  private final Set<String> words;
  private final int longest;

  private Words(Set<String> words) {
    this.words = words;
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** A set of words; empty ones are left out. */
  public static Words of(Set<String> words) {
    Set<String> copy = new HashSet<>(words);
    copy.remove("");
    return new Words(copy);
  }

  /** The length of the longest word that stands at a place of a text; 0 if there is none. */
  public int prefixLength(String text, int from) {
    for (int length = Math.min(longest, text.length() - from); length > 0; length--) {
      if (words.contains(text.substring(from, from + length))) {
        return length;
      }
    }
    return 0;
  }

  private int suffixLength(String text) {
    for (int length = Math.min(longest, text.length()); length > 0; length--) {
      if (words.contains(text.substring(text.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  /** The text without the words at its beginning; something is always left. */
  public String withoutPrefix(String text) {
    String rest = text;
    for (int length = prefixLength(rest, 0);
        length > 0 && length < rest.length();
        length = prefixLength(rest, 0)) {
      rest = rest.substring(length);
    }
    return rest;
  }

  /** The text without the words at its end; something is always left. */
  public String withoutSuffix(String text) {
    String rest = text;
    for (int length = suffixLength(rest);
        length > 0 && length < rest.length();
        length = suffixLength(rest)) {
      rest = rest.substring(0, rest.length() - length);
    }
    return rest;
  }

  /** The text without the words, wherever they stand. */
  public String without(String text) {
    return replace(text, word -> "");
  }

  /** The text with every word replaced. */
  public String replace(String text, UnaryOperator<String> replacement) {
    StringBuilder replaced = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int length = prefixLength(text, i);
      if (length == 0) {
        replaced.append(text.charAt(i++));
      } else {
        replaced.append(replacement.apply(text.substring(i, i + length)));
        i += length;
      }
    }
    return replaced.toString();
  }
}
