package io.foodsafety.testkit.rules;

import io.foodsafety.testkit.rules.internal.JsonValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The business of a test, in one line. Immutable. */
public final class SubjectLine {

  private static final String ATTRIBUTES = "attributes";
  private static final String LICENCES = "licences";

  private final Map<String, Object> fields;

  private SubjectLine(Map<String, Object> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /**
   * A business.
   *
   * @param segment where in the chain it works, such as {@code catering}
   * @return the line
   */
  public static SubjectLine subject(String segment) {
    return new SubjectLine(new LinkedHashMap<>(Map.of("segment", segment)));
  }

  /**
   * With a format (业态).
   *
   * @param format such as {@code school-canteen}
   * @return a copy with it
   */
  public SubjectLine format(String format) {
    return with(fields, "format", format);
  }

  /**
   * In a division.
   *
   * @param code the code of the division
   * @return a copy with it
   */
  public SubjectLine division(String code) {
    return with(fields, "division", code);
  }

  /**
   * With an attribute.
   *
   * @param name its name
   * @param value a text, number, truth value, date or collection of texts
   * @return a copy with it
   */
  public SubjectLine with(String name, Object value) {
    return with(fields, ATTRIBUTES, JsonValues.with(fields.get(ATTRIBUTES), name, value));
  }

  /**
   * With a licence that is valid from the day of its issue.
   *
   * @param issuedOn the first day, such as {@code 2020-02-29}
   * @param validTo the last day
   * @return a copy with it
   */
  public SubjectLine licensed(String issuedOn, String validTo) {
    Map<String, Object> licence = new LinkedHashMap<>();
    licence.put("issuedOn", LocalDate.parse(issuedOn).toString());
    licence.put("validFrom", LocalDate.parse(issuedOn).toString());
    licence.put("validTo", LocalDate.parse(validTo).toString());
    List<Object> licences = new ArrayList<>();
    if (fields.get(LICENCES) instanceof List<?> before) {
      licences.addAll(before);
    }
    licences.add(licence);
    return with(fields, LICENCES, licences);
  }

  private static SubjectLine with(Map<String, Object> before, String name, Object value) {
    Map<String, Object> fields = new LinkedHashMap<>(before);
    fields.put(name, value);
    return new SubjectLine(fields);
  }

  /** The fields of the record, without what the test adds. */
  Map<String, @Nullable Object> record() {
    return new LinkedHashMap<>(fields);
  }
}
