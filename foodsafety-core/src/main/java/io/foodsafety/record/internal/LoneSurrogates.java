package io.foodsafety.record.internal;

/** Halves of characters, which UTF-8 cannot write. */
final class LoneSurrogates {

  private LoneSurrogates() {}

  /** Whether a text has one. */
  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
