package io.foodsafety.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many facts, or values read from them, become one value. Over no fact, count, sum and distinct
 * are 0, and all others are unknown. If one value is unknown, so is the result.
 */
public enum Aggregate {
  /** How many facts. */
  COUNT("count"),
  /** The sum of a number. */
  SUM("sum"),
  /** The greatest number, or the latest date. */
  MAX("max"),
  /** The least number, or the earliest date. */
  MIN("min"),
  /** The arithmetic mean of a number, to 34 digits, half up. */
  MEAN("mean"),
  /** A value of the last fact by time, then id. */
  LATEST("latest"),
  /** A value of the first fact by time, then id. */
  FIRST("first"),
  /** The days from the last fact to the assessment. */
  DAYS_SINCE("daysSince"),
  /** How many different values. */
  DISTINCT("distinct");

  private final String code;

  Aggregate(String code) {
    this.code = code;
  }

  /** {@return the name in policy files} */
  public String code() {
    return code;
  }

  /**
   * The aggregate of a name in policy files.
   *
   * @param code such as {@code daysSince}
   * @return the aggregate, or nothing
   */
  public static Optional<Aggregate> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /** {@return all names in policy files} */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Aggregate::code).toList();
  }

  /** {@return whether it reads a value from each fact} */
  public boolean readsValue() {
    return this != COUNT && this != DAYS_SINCE;
  }

  /**
   * Whether it can read values of a type.
   *
   * @param type the type of the value read from each fact
   * @return true if it can
   */
  public boolean accepts(ValueType type) {
    return switch (this) {
      case COUNT, DAYS_SINCE -> false;
      case SUM, MEAN -> type == ValueType.NUMBER;
      case MAX, MIN -> type == ValueType.NUMBER || type == ValueType.DATE;
      case LATEST, FIRST, DISTINCT -> true;
    };
  }

  /**
   * The type of the result.
   *
   * @param read the type of the value read from each fact; nothing if none is read
   * @return the type
   */
  public ValueType resultType(Optional<ValueType> read) {
    return switch (this) {
      case COUNT, SUM, MEAN, DAYS_SINCE, DISTINCT -> ValueType.NUMBER;
      case MAX, MIN, LATEST, FIRST -> read.orElseThrow();
    };
  }
}
