package io.foodsafety.rule;

import io.foodsafety.model.fact.AttributeType;
import java.util.Locale;

/** The type of an expression, known before it is evaluated. */
public enum ValueType {
  /** An exact decimal number. */
  NUMBER,
  /** A text or a word of a vocabulary. */
  TEXT,
  /** True or false; may be unknown, as any value may. */
  BOOLEAN,
  /** A calendar date. */
  DATE,
  /** A list of words. */
  WORDS;

  /**
   * The type that values of an attribute have in rules.
   *
   * @param type the declared type of the attribute
   * @return the type
   */
  public static ValueType of(AttributeType type) {
    return switch (type) {
      case STRING, CODE -> TEXT;
      case DECIMAL -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case DATE -> DATE;
      case CODES -> WORDS;
    };
  }

  /** {@return the name in lower case, as messages show it} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
