package io.foodsafety.rule;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What an expression yields: a value, or {@link Unknown} with the reason. Immutable. */
public sealed interface Value {

  /**
   * A number.
   *
   * @param value the number
   */
  record Num(BigDecimal value) implements Value {
    /** Removes trailing zeros, so that 1.0 and 1 are equal. */
    public Num {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /**
   * A text.
   *
   * @param value the text
   */
  record Text(String value) implements Value {
    /** Checks that there is a value. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A truth value.
   *
   * @param value true or false
   */
  record Bool(boolean value) implements Value {}

  /**
   * A date.
   *
   * @param value the date
   */
  record Day(LocalDate value) implements Value {
    /** Checks that there is a value. */
    public Day {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A list of words.
   *
   * @param value the words
   */
  record Words(List<String> value) implements Value {
    /** Copies the list. */
    public Words {
      value = List.copyOf(value);
    }
  }

  /**
   * No value, because something it needs is not known. Never zero, never false.
   *
   * @param reason what is not known
   */
  record Unknown(Issue reason) implements Value {
    /** Checks that there is a reason. */
    public Unknown {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** {@return whether this is a value} */
  default boolean isKnown() {
    return !(this instanceof Unknown);
  }

  /**
   * A number.
   *
   * @param value the number
   * @return the value
   */
  static Value of(BigDecimal value) {
    return new Num(value);
  }

  /**
   * A whole number.
   *
   * @param value the number
   * @return the value
   */
  static Value of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  /**
   * A truth value.
   *
   * @param value true or false
   * @return the value
   */
  static Value of(boolean value) {
    return new Bool(value);
  }

  /**
   * The value of an attribute.
   *
   * @param attribute the attribute
   * @return the value
   */
  static Value of(AttributeValue attribute) {
    if (attribute instanceof AttributeValue.Decimal decimal) {
      return new Num(decimal.value());
    }
    if (attribute instanceof AttributeValue.Text text) {
      return new Text(text.value());
    }
    if (attribute instanceof AttributeValue.Code code) {
      return new Text(code.value());
    }
    if (attribute instanceof AttributeValue.Bool bool) {
      return new Bool(bool.value());
    }
    if (attribute instanceof AttributeValue.Date date) {
      return new Day(date.value());
    }
    return new Words(((AttributeValue.Codes) attribute).values());
  }
}
