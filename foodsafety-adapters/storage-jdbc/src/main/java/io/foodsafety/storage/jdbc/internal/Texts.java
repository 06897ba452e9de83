package io.foodsafety.storage.jdbc.internal;

/** Which texts a database can hold. */
final class Texts {

  private Texts() {}

  /** Whether both databases can hold the text: no U+0000 and no lone surrogate. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && !hasLoneSurrogate(text);
  }

  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      // a stream of code points would cost more than all else
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
      }
    }
    return false;
  }

  /** Refuses a text that no database can hold. */
  static String checkStorable(String what, String text) {
    if (!isStorable(text)) {
      throw new IllegalArgumentException(
          "The %s must not contain U+0000 or a lone surrogate.".formatted(what));
    }
    return text;
  }
}
