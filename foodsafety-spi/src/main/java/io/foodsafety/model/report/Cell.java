package io.foodsafety.model.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What stands in one cell of a table. */
public sealed interface Cell {

  /**
   * Text.
   *
   * @param value the text
   */
  record Text(String value) implements Cell {
    /** Checks that it is there. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A number.
   *
   * @param value the number
   */
  record Decimal(BigDecimal value) implements Cell {
    /** Checks that it is there. */
    public Decimal {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A date.
   *
   * @param value the date
   */
  record Date(LocalDate value) implements Cell {
    /** Checks that it is there. */
    public Date {
      Objects.requireNonNull(value, "value");
    }
  }

  /** Nothing: not known, or not applicable. */
  record Empty() implements Cell {}

  /**
   * A cell with text.
   *
   * @param value the text; an empty text gives an empty cell
   * @return the cell
   */
  static Cell text(String value) {
    return value.isEmpty() ? new Empty() : new Text(value);
  }

  /**
   * A cell with a number.
   *
   * @param value the number
   * @return the cell
   */
  static Cell number(BigDecimal value) {
    return new Decimal(value);
  }

  /**
   * A cell with a date.
   *
   * @param value the date
   * @return the cell
   */
  static Cell date(LocalDate value) {
    return new Date(value);
  }

  /** {@return the empty cell} */
  static Cell empty() {
    return new Empty();
  }

  /** {@return what stands in it as text, with plain decimals; nothing if it is empty} */
  default Optional<String> plain() {
    if (this instanceof Text text) {
      return Optional.of(text.value());
    }
    if (this instanceof Decimal number) {
      return Optional.of(number.value().toPlainString());
    }
    return this instanceof Date date ? Optional.of(date.value().toString()) : Optional.empty();
  }
}
