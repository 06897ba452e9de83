package io.foodsafety.testkit.rules;

import io.foodsafety.testkit.rules.internal.JsonValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a test, in one line. Without an id it is called F1, F2 and so on, by its place. Times
 * are dates such as {@code 2024-02-29}, or instants. Immutable.
 */
public final class FactLine {

  private final Map<String, Object> fields;

  private FactLine(Map<String, Object> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /**
   * A fact about the business of the test.
   *
   * @param kind its kind, such as {@code penalty}
   * @return the line; it needs {@link #on}
   */
  public static FactLine fact(String kind) {
    return new FactLine(new LinkedHashMap<>(Map.of("kind", kind)));
  }

  /**
   * When it happened or began.
   *
   * @param at a date or an instant
   * @return a copy with it
   */
  public FactLine on(String at) {
    return set("at", at);
  }

  /**
   * When it ended: a date is its last day.
   *
   * @param until a date or an instant
   * @return a copy with it
   */
  public FactLine until(String until) {
    return set("until", until);
  }

  /**
   * With an attribute.
   *
   * @param name its name
   * @param value a text, number, truth value, date or collection of texts
   * @return a copy with it
   */
  public FactLine with(String name, Object value) {
    return set("attributes", JsonValues.with(fields.get("attributes"), name, value));
  }

  /**
   * With an id, by which {@link Expectation#evidence} names it.
   *
   * @param id the id
   * @return a copy with it
   */
  public FactLine id(String id) {
    return set("id", id);
  }

  /**
   * About another business; the business of the test has a role in it.
   *
   * @param role the role, such as {@code producer}
   * @return a copy with it
   */
  public FactLine as(String role) {
    return set("role", role);
  }

  /**
   * Withdrawn, as a penalty that was revoked.
   *
   * @param at from when it does not count any more
   * @return a copy with it
   */
  public FactLine withdrawnOn(String at) {
    return set("withdrawn", at);
  }

  private FactLine set(String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    copy.put(name, value);
    return new FactLine(copy);
  }

  /** The fields of the record, without what the test adds. */
  Map<String, @Nullable Object> record() {
    return new LinkedHashMap<>(fields);
  }
}
