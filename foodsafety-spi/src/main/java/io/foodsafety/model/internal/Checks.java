package io.foodsafety.model.internal;

import java.time.LocalDate;
import java.util.Optional;

/** Argument checks shared by the model and the extension points. */
public final class Checks {

  /** Longest identifier and longest index value, in code points. */
  public static final int MAX_ID_LENGTH = 256;

  private Checks() {}

  /**
   * Checks an identifier: 1 to 256 code points, no control character, no white space at either end.
   */
  public static String id(String what, String value) {
    Optional<String> fault = idFault(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "The %s (%s) %s.".formatted(what, abbreviate(value), fault.get()));
    }
    return value;
  }

  /** What is wrong with an identifier, as the end of a sentence, or nothing. */
  public static Optional<String> idFault(String value) {
    if (value.isEmpty()) {
      return Optional.of("must not be empty");
    }
    if (value.length() > MAX_ID_LENGTH && value.codePointCount(0, value.length()) > MAX_ID_LENGTH) {
      return Optional.of("must have at most " + MAX_ID_LENGTH + " characters");
    }
    int first = value.codePointAt(0);
    int last = value.codePointBefore(value.length());
    if (Character.isWhitespace(first) || Character.isWhitespace(last)) {
      return Optional.of("must not begin or end with white space");
    }
    return hasUnfit(value)
        ? Optional.of("must not contain control characters or lone surrogates")
        : Optional.empty();
  }

  private static boolean hasUnfit(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // what is neither is fit as it stands: a stream of code points would cost more than all else
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        return value.codePoints().anyMatch(Checks::unfit);
      }
    }
    return false;
  }

  /** Checks the name of a kind, an attribute, a role or a collection. */
  public static String name(String what, String value) {
    if (!isName(value)) {
      throw new IllegalArgumentException(
          "The %s (%s) must be 1 to 63 letters, digits, '.', '-' or '_', beginning with a letter."
              .formatted(what, abbreviate(value)));
    }
    return value;
  }

  /** Whether the value is a name: {@code [A-Za-z][A-Za-z0-9._-]{0,62}}. */
  public static boolean isName(String value) {
    if (value.isEmpty() || value.length() > 63 || !isLetter(value.charAt(0))) {
      return false;
    }
    return value
        .chars()
        .allMatch(c -> isLetter(c) || isDigit(c) || c == '.' || c == '-' || c == '_');
  }

  /** Checks that a date lies in years 1 to 9999, which four digits can write. */
  public static LocalDate date(String what, LocalDate value) {
    if (value.getYear() < 1 || value.getYear() > 9999) {
      throw new IllegalArgumentException(
          "The year (%d) of %s must lie between 1 and 9999.".formatted(value.getYear(), what));
    }
    return value;
  }

  /** The value, cut to 40 characters for a message. */
  public static String abbreviate(String value) {
    return value.codePointCount(0, value.length()) <= 40
        ? value
        : value.substring(0, value.offsetByCodePoints(0, 40)) + "…";
  }

  /** Whether the character is an ASCII digit. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean unfit(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
