package io.foodsafety.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a host adds to a document: language, day, number, values that the city does not know, and
 * who signed. Immutable; the {@code with} methods copy.
 *
 * @param locale the language: Chinese for any {@code zh}, else English
 * @param date the day that the document bears
 * @param number its number, once it has one
 * @param issuer the authority that issues it, if it is named
 * @param values values by name; they take the place of what the city knows
 * @param signatures who signed
 */
public record DocumentDetails(
    Locale locale,
    LocalDate date,
    Optional<String> number,
    Optional<String> issuer,
    Map<String, String> values,
    List<Signed> signatures) {

  /**
   * Who signed.
   *
   * @param role the role in the template, such as {@code inspector}
   * @param name the name
   * @param date when, if that is known
   */
  public record Signed(String role, String name, Optional<LocalDate> date) {
    /** {@return the role; the name is personal} */
    @Override
    public String toString() {
      return role;
    }
  }

  /** Copies the collections. */
  public DocumentDetails {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(date, "date");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    signatures = List.copyOf(signatures);
  }

  /**
   * Details of a language and a day, with nothing else.
   *
   * @param locale the language
   * @param date the day that the document bears
   * @return the details
   */
  public static DocumentDetails of(Locale locale, LocalDate date) {
    return new DocumentDetails(
        locale, date, Optional.empty(), Optional.empty(), Map.of(), List.of());
  }

  /**
   * The same with a number.
   *
   * @param text the number
   * @return the details
   */
  public DocumentDetails withNumber(String text) {
    return new DocumentDetails(locale, date, Optional.of(text), issuer, values, signatures);
  }

  /**
   * The same with an authority.
   *
   * @param name its name
   * @return the details
   */
  public DocumentDetails withIssuer(String name) {
    return new DocumentDetails(locale, date, number, Optional.of(name), values, signatures);
  }

  /**
   * The same with a value.
   *
   * @param name the name that the template uses, such as {@code given.remarks}
   * @param text the value
   * @return the details
   */
  public DocumentDetails withValue(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, text);
    return new DocumentDetails(locale, date, number, issuer, more, signatures);
  }

  /**
   * The same with somebody who signed.
   *
   * @param role the role in the template, such as {@code inspector}
   * @param name the name
   * @param day when
   * @return the details
   */
  public DocumentDetails withSignature(String role, String name, LocalDate day) {
    List<Signed> more = new ArrayList<>(signatures);
    more.add(new Signed(role, name, Optional.of(day)));
    return new DocumentDetails(locale, date, number, issuer, values, more);
  }

  /** {@return language and day; the rest may be personal} */
  @Override
  public String toString() {
    return locale + " " + date;
  }
}
