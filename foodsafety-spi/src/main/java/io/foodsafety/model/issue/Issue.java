package io.foodsafety.model.issue;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One problem found in data or settings: where, what, and a remedy. Immutable. */
public final class Issue {

  private final IssueType type;
  private final Location location;
  private final Map<String, String> attributes;

  Issue(IssueType type, Location location, Map<String, String> attributes) {
    this.type = type;
    this.location = location;
    this.attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** {@return the code, {@code FS-<AREA>-<nnnn>}} */
  public String code() {
    return type.code();
  }

  /** {@return the severity} */
  public Severity severity() {
    return type.severity();
  }

  /** {@return the kind of problem} */
  public IssueType type() {
    return type;
  }

  /** {@return where it was found} */
  public Location location() {
    return location;
  }

  /** {@return the values of the named slots, by name} */
  public Map<String, String> attributes() {
    return attributes;
  }

  /**
   * What is wrong, in one sentence.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return the message
   */
  public String message(Locale locale) {
    return IssueType.fill(type.messageTemplate(locale), attributes);
  }

  /**
   * What to do about it.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return the remedy
   */
  public String remedy(Locale locale) {
    return IssueType.fill(type.remedyTemplate(locale), attributes);
  }

  /**
   * The whole issue on one line: place, code, message, remedy.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return one line without a line break
   */
  public String toLine(Locale locale) {
    String where = location.toString();
    return (where.isEmpty() ? "" : where + ": ")
        + code()
        + " "
        + message(locale)
        + " "
        + remedy(locale);
  }

  /**
   * The same issue at another place.
   *
   * @param newLocation the place
   * @return the issue
   */
  public Issue withLocation(Location newLocation) {
    return new Issue(type, newLocation, attributes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Issue that
        && type == that.type
        && location.equals(that.location)
        && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + location.hashCode()) + attributes.hashCode();
  }

  /** {@return the line in English} */
  @Override
  public String toString() {
    return toLine(Locale.ENGLISH);
  }
}
