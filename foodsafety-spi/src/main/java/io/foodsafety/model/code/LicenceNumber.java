package io.foodsafety.model.code;

import io.foodsafety.model.internal.Checks;
import java.util.Optional;

/**
 * Number of a food production licence (食品生产许可证, {@code SC} and 14 digits) or of a food operation
 * licence (食品经营许可证, {@code JY} and 14 digits). The last digit is a check digit by ISO 7064 MOD
 * 11,10 (GB/T 17710).
 *
 * @param value the number with its letters
 */
public record LicenceNumber(String value) implements Comparable<LicenceNumber> {

  private static final int LENGTH = 16;

  /** Checks letters, length and the check digit. */
  public LicenceNumber {
    Optional<String> fault = findFault(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "The licence number (%s): %s.".formatted(Checks.abbreviate(value), fault.get()));
    }
  }

  /**
   * Reads a number.
   *
   * @param value {@code SC} or {@code JY} and 14 digits
   * @return the number
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static LicenceNumber of(String value) {
    return new LicenceNumber(value);
  }

  /**
   * What is wrong with a number.
   *
   * @param value any text
   * @return a short phrase, or nothing when the number is well-formed
   */
  public static Optional<String> findFault(String value) {
    if (!value.startsWith("SC") && !value.startsWith("JY")) {
      return Optional.of("it must begin with SC or JY");
    }
    if (value.length() != LENGTH) {
      return Optional.of("it has %d characters and must have 16".formatted(value.length()));
    }
    if (!value.chars().skip(2).allMatch(Checks::isDigit)) {
      return Optional.of("the letters must be followed by 14 digits");
    }
    int expected = checkDigit(value.substring(2, LENGTH - 1));
    int actual = value.charAt(LENGTH - 1) - '0';
    return actual == expected
        ? Optional.empty()
        : Optional.of("the check digit is %d and must be %d".formatted(actual, expected));
  }

  /** ISO 7064 MOD 11,10 over decimal digits. */
  private static int checkDigit(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (product + digits.charAt(i) - '0') % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  /** {@return whether this is a production licence ({@code SC})} */
  public boolean isProduction() {
    return value.startsWith("SC");
  }

  /** {@return the county-level division that issued it, six digits} */
  public String division() {
    return isProduction() ? value.substring(5, 11) : value.substring(3, 9);
  }

  @Override
  public int compareTo(LicenceNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
