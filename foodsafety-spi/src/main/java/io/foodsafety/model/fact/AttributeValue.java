package io.foodsafety.model.fact;

import io.foodsafety.model.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A typed value of an attribute. Equal values of equal type are equal, whatever a decimal's zeros.
 */
public sealed interface AttributeValue {

  /** Most digits before and after the decimal point. */
  int MAX_DIGITS = 18;

  /** {@return the type} */
  AttributeType type();

  /**
   * Free text.
   *
   * @param value the text
   * @return the value
   */
  static AttributeValue string(String value) {
    return new Text(value);
  }

  /**
   * A decimal number.
   *
   * @param value decimal digits, such as {@code 12.5}
   * @return the value
   * @throws IllegalArgumentException if it is not a number, or has more than 18 digits before or
   *     after the point
   */
  static AttributeValue decimal(String value) {
    return new Decimal(new BigDecimal(value));
  }

  /**
   * A whole number.
   *
   * @param value the number
   * @return the value
   */
  static AttributeValue decimal(long value) {
    return new Decimal(BigDecimal.valueOf(value));
  }

  /**
   * A truth value.
   *
   * @param value true or false
   * @return the value
   */
  static AttributeValue bool(boolean value) {
    return new Bool(value);
  }

  /**
   * A date.
   *
   * @param value the date, in years 1 to 9999
   * @return the value
   * @throws IllegalArgumentException if the year is out of range
   */
  static AttributeValue date(LocalDate value) {
    return new Date(value);
  }

  /**
   * A word of a vocabulary.
   *
   * @param value the word, 1 to 256 characters
   * @return the value
   * @throws IllegalArgumentException if it is not well-formed
   */
  static AttributeValue code(String value) {
    return new Code(value);
  }

  /**
   * A list of words of a vocabulary.
   *
   * @param values the words, each 1 to 256 characters
   * @return the value
   * @throws IllegalArgumentException if one is not well-formed
   */
  static AttributeValue codes(List<String> values) {
    return new Codes(values);
  }

  /**
   * Free text.
   *
   * @param value the text
   */
  record Text(String value) implements AttributeValue {
    /** Checks that there is a value. */
    public Text {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public AttributeType type() {
      return AttributeType.STRING;
    }
  }

  /**
   * A decimal number.
   *
   * @param value the number, at most 18 digits before and after the point
   */
  record Decimal(BigDecimal value) implements AttributeValue {
    /** Checks the size and removes trailing zeros. */
    public Decimal {
      if ((long) value.precision() - value.scale() > MAX_DIGITS) {
        throw new IllegalArgumentException(
            "The number must have at most 18 digits before the point.");
      }
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
      if (value.scale() > MAX_DIGITS) {
        throw new IllegalArgumentException(
            "The number must have at most 18 digits after the point.");
      }
    }

    @Override
    public AttributeType type() {
      return AttributeType.DECIMAL;
    }
  }

  /**
   * A truth value.
   *
   * @param value true or false
   */
  record Bool(boolean value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.BOOLEAN;
    }
  }

  /**
   * A date.
   *
   * @param value the date
   */
  record Date(LocalDate value) implements AttributeValue {
    /** Checks the year. */
    public Date {
      Checks.date("the date", value);
    }

    @Override
    public AttributeType type() {
      return AttributeType.DATE;
    }
  }

  /**
   * A word of a vocabulary.
   *
   * @param value the word
   */
  record Code(String value) implements AttributeValue {
    /** Checks the word. */
    public Code {
      Checks.id("code", value);
    }

    @Override
    public AttributeType type() {
      return AttributeType.CODE;
    }
  }

  /**
   * A list of words of a vocabulary.
   *
   * @param values the words, in the given order
   */
  record Codes(List<String> values) implements AttributeValue {
    /** Checks the words. */
    public Codes {
      values = List.copyOf(values);
      values.forEach(value -> Checks.id("code", value));
    }

    @Override
    public AttributeType type() {
      return AttributeType.CODES;
    }
  }
}
