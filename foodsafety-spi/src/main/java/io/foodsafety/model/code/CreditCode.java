package io.foodsafety.model.code;

import io.foodsafety.model.internal.Checks;
import java.util.Optional;

/**
 * Unified social credit code (统一社会信用代码), 18 characters with a check character, GB 32100-2015.
 *
 * @param value the code in capital letters
 */
public record CreditCode(String value) implements Comparable<CreditCode> {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int LENGTH = 18;

  /** Checks length, characters and the check character. */
  public CreditCode {
    Optional<String> fault = findFault(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "The credit code (%s): %s.".formatted(Checks.abbreviate(value), fault.get()));
    }
  }

  /**
   * Reads a code.
   *
   * @param value 18 characters of {@code 0-9 A-H J-N P-R T U W X Y}
   * @return the code
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static CreditCode of(String value) {
    return new CreditCode(value);
  }

  /**
   * What is wrong with a code.
   *
   * @param value any text
   * @return a short phrase, or nothing when the code is well-formed
   */
  public static Optional<String> findFault(String value) {
    if (value.length() != LENGTH) {
      return Optional.of("it has %d characters and must have 18".formatted(value.length()));
    }
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = ALPHABET.indexOf(value.charAt(i));
      if (digit < 0) {
        return Optional.of(
            "character %d (%s) is not one of the standard's 31".formatted(i + 1, value.charAt(i)));
      }
      sum += digit * WEIGHTS[i];
    }
    char expected = ALPHABET.charAt((31 - sum % 31) % 31);
    char actual = value.charAt(LENGTH - 1);
    return actual == expected
        ? Optional.empty()
        : Optional.of("the check character is %s and must be %s".formatted(actual, expected));
  }

  /** {@return the administrative division of registration, six digits (characters 3 to 8)} */
  public String registrationDivision() {
    return value.substring(2, 8);
  }

  @Override
  public int compareTo(CreditCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
