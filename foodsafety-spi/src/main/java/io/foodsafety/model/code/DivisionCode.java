package io.foodsafety.model.code;

import io.foodsafety.model.internal.Checks;
import java.util.Optional;

/**
 * Code of an administrative division (行政区划代码): 6 digits for province, prefecture or county (GB/T
 * 2260), 9 digits for a township or street, 12 digits for a village or community (统计用区划代码).
 *
 * @param value the digits
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

  /** Level of a division in the administrative hierarchy. */
  public enum Level {
    /** 省级. */
    PROVINCE,
    /** 地级. */
    PREFECTURE,
    /** 县级. */
    COUNTY,
    /** 乡级: township or street. */
    TOWNSHIP,
    /** 村级: village or community. */
    VILLAGE
  }

  /** Checks length and digits. */
  public DivisionCode {
    Optional<String> fault = findFault(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "The division code (%s): %s.".formatted(Checks.abbreviate(value), fault.get()));
    }
  }

  /**
   * Reads a code.
   *
   * @param value 6, 9 or 12 digits
   * @return the code
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static DivisionCode of(String value) {
    return new DivisionCode(value);
  }

  /**
   * What is wrong with a code.
   *
   * @param value any text
   * @return a short phrase, or nothing when the code is well-formed
   */
  public static Optional<String> findFault(String value) {
    if (value.length() != 6 && value.length() != 9 && value.length() != 12) {
      return Optional.of("it has %d characters and must have 6, 9 or 12".formatted(value.length()));
    }
    if (!value.chars().allMatch(Checks::isDigit)) {
      return Optional.of("it must consist of digits");
    }
    if (value.charAt(0) == '0') {
      return Optional.of("no province begins with 0");
    }
    if (value.startsWith("00", 2) && !value.startsWith("00", 4)) {
      return Optional.of("a county needs a prefecture (digits 3 and 4 are 00)");
    }
    if (value.length() > 6 && value.startsWith("00", 4)) {
      // A prefecture without counties (such as 441900) has townships directly below it.
      return value.startsWith("00", 2)
          ? Optional.of("a township needs a prefecture (digits 3 and 4 are 00)")
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** {@return the level that the code's length and zeros tell} */
  public Level level() {
    if (value.length() == 12) {
      return Level.VILLAGE;
    }
    if (value.length() == 9) {
      return Level.TOWNSHIP;
    }
    if (!value.endsWith("00")) {
      return Level.COUNTY;
    }
    return value.endsWith("0000") ? Level.PROVINCE : Level.PREFECTURE;
  }

  /** {@return the division one level up, or nothing for a province} */
  public Optional<DivisionCode> parent() {
    return switch (level()) {
      case PROVINCE -> Optional.empty();
      case PREFECTURE -> Optional.of(new DivisionCode(value.substring(0, 2) + "0000"));
      case COUNTY -> Optional.of(new DivisionCode(value.substring(0, 4) + "00"));
      case TOWNSHIP -> Optional.of(new DivisionCode(value.substring(0, 6)));
      case VILLAGE -> Optional.of(new DivisionCode(value.substring(0, 9)));
    };
  }

  /**
   * Whether this division is the other one or lies within it.
   *
   * @param other a division of any level
   * @return true if the other one is this one or one of its ancestors
   */
  public boolean isWithin(DivisionCode other) {
    Optional<DivisionCode> current = Optional.of(this);
    while (current.isPresent()) {
      if (current.get().equals(other)) {
        return true;
      }
      current = current.get().parent();
    }
    return false;
  }

  @Override
  public int compareTo(DivisionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
