package io.foodsafety.storage.jdbc.internal;

/** Which texts a database can hold. */
final class Texts {

  private Texts() {}

  /** Whether both databases can hold the text: no U+0000 and no lone surrogate. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && !hasLoneSurrogate(text);
  }

  static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
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
