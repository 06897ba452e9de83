package io.foodsafety.model.subject;

import io.foodsafety.model.fact.AttributeValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The values of one attribute with the days from which they hold. Immutable. */
public final class AttributeHistory {

  private final NavigableMap<LocalDate, AttributeValue> values;

  private AttributeHistory(NavigableMap<LocalDate, AttributeValue> values) {
    this.values = values;
  }

  /**
   * A value that has always held.
   *
   * @param value the value
   * @return the history
   */
  public static AttributeHistory always(AttributeValue value) {
    return of(Map.of(LocalDate.MIN, value));
  }

  /**
   * Values with the first day of each; {@link LocalDate#MIN} means always.
   *
   * @param values the values, at least one
   * @return the history
   * @throws IllegalArgumentException if there is no value
   */
  public static AttributeHistory of(Map<LocalDate, AttributeValue> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("An attribute's history must have at least one value.");
    }
    return new AttributeHistory(new TreeMap<>(values));
  }

  /**
   * The value on a day.
   *
   * @param date the day
   * @return the value that holds then, or nothing if the first one begins later
   */
  public Optional<AttributeValue> on(LocalDate date) {
    return Optional.ofNullable(values.floorEntry(date)).map(Map.Entry::getValue);
  }

  /**
   * This history with another value from a day on; later values stay.
   *
   * @param from the first day of the value
   * @param value the value
   * @return the history
   */
  public AttributeHistory with(LocalDate from, AttributeValue value) {
    NavigableMap<LocalDate, AttributeValue> copy = new TreeMap<>(values);
    copy.put(from, value);
    return new AttributeHistory(copy);
  }

  /** {@return the values by first day, in order; {@link LocalDate#MIN} means always} */
  public NavigableMap<LocalDate, AttributeValue> values() {
    return Collections.unmodifiableNavigableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributeHistory that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** {@return the number of values; no value, which may be personal} */
  @Override
  public String toString() {
    return values.size() + " values";
  }
}
