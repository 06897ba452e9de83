package io.foodsafety.form.internal;

import io.foodsafety.source.internal.WordReader;
import java.util.Optional;

/** What texts of forms and submissions must look like, so that they can be stored and shown. */
public final class Texts {

  private static final int MAX_ID = 256;

  private Texts() {}

  /** A word of a vocabulary; programmer error otherwise. */
  public static String word(String what, String value) {
    if (!isWord(value)) {
      throw new IllegalArgumentException(
          "The %s must be 1 to 63 letters, digits, '.', '-' or '_', beginning with a letter."
              .formatted(what));
    }
    return value;
  }

  /** An identifier or a name on one line; programmer error otherwise. */
  public static String line(String what, String value) {
    Optional<String> fault = lineFault(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("The %s %s.".formatted(what, fault.get()));
    }
    return value;
  }

  /** A text of several lines; programmer error otherwise. */
  public static String text(String what, String value, int max) {
    if (value.length() > max || hasLoneSurrogate(value)) {
      throw new IllegalArgumentException(
          "The %s must have at most %d characters and no half ones.".formatted(what, max));
    }
    return value;
  }

  static boolean isWord(String value) {
    return WordReader.isWord(value);
  }

  static Optional<String> lineFault(String value) {
    if (value.isBlank() || !value.equals(value.strip())) {
      return Optional.of("must not be empty, nor begin or end with white space");
    }
    if (value.length() > MAX_ID) {
      return Optional.of("must have at most " + MAX_ID + " characters");
    }
    return value.codePoints().anyMatch(Character::isISOControl) || hasLoneSurrogate(value)
        ? Optional.of("must not contain control characters or half characters")
        : Optional.empty();
  }

  private static boolean hasLoneSurrogate(String value) {
    return value
        .codePoints()
        .anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
  }
}
