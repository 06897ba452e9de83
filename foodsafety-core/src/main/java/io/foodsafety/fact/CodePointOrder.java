package io.foodsafety.fact;

import java.util.Comparator;

/**
 * Orders texts by Unicode code point, as storages and the command line do; {@link String#compareTo}
 * differs for characters beyond the basic plane.
 */
public enum CodePointOrder implements Comparator<String> {
  /** The order. */
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        // Surrogates stand for characters beyond all others of the basic plane.
        boolean aHigh = Character.isSurrogate(a);
        boolean bHigh = Character.isSurrogate(b);
        return aHigh == bHigh ? Character.compare(a, b) : Boolean.compare(aHigh, bHigh);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
