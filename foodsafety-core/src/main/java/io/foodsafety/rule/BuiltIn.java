package io.foodsafety.rule;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Attributes that every subject and every fact has without being declared; their names begin with
 * $.
 *
 * <p>Of a subject: {@code $id}, {@code $segment}, {@code $format}, {@code $division}; {@code
 * $licenceIssuedOn}, the latest day on which a licence valid on the day of assessment was first
 * issued (else began); {@code $licenceValidTo}, the latest last day of a licence valid on that day.
 * Of a fact: {@code $id}, {@code $source}, {@code $at} and {@code $until}, the days on which it
 * began and ended.
 */
public final class BuiltIn {

  private static final String PREFIX = "$";

  private record OfSubject(
      ValueType type, Function<Subject, Function<LocalDate, Optional<Value>>> read) {}

  private record OfFact(ValueType type, Function<Fact, Function<ZoneId, Optional<Value>>> read) {}

  private static final Map<String, OfSubject> SUBJECT =
      new TreeMap<>(
          Map.of(
              "$id",
              new OfSubject(
                  ValueType.TEXT, subject -> date -> Optional.of(new Value.Text(subject.id()))),
              "$segment",
              new OfSubject(
                  ValueType.TEXT, subject -> date -> subject.segment().map(Value.Text::new)),
              "$format",
              new OfSubject(
                  ValueType.TEXT, subject -> date -> subject.format().map(Value.Text::new)),
              "$division",
              new OfSubject(
                  ValueType.TEXT,
                  subject ->
                      date -> subject.division().map(DivisionCode::value).map(Value.Text::new)),
              "$licenceIssuedOn",
              new OfSubject(
                  ValueType.DATE,
                  subject ->
                      date ->
                          latest(
                              subject, date, licence -> licence.issuedOn().or(licence::validFrom))),
              "$licenceValidTo",
              new OfSubject(
                  ValueType.DATE, subject -> date -> latest(subject, date, Licence::validTo))));

  private static final Map<String, OfFact> FACT =
      new TreeMap<>(
          Map.of(
              "$id",
              new OfFact(ValueType.TEXT, fact -> zone -> Optional.of(new Value.Text(fact.id()))),
              "$source",
              new OfFact(ValueType.TEXT, fact -> zone -> fact.source().map(Value.Text::new)),
              "$at",
              new OfFact(
                  ValueType.DATE,
                  fact -> zone -> Optional.of(new Value.Day(fact.at().dateIn(zone)))),
              "$until",
              new OfFact(
                  ValueType.DATE,
                  fact -> zone -> fact.until().map(end -> new Value.Day(end.dateIn(zone))))));

  private BuiltIn() {}

  private static Optional<Value> latest(
      Subject subject, LocalDate date, Function<Licence, Optional<LocalDate>> read) {
    return subject.licences().stream()
        .filter(licence -> licence.isValidOn(date))
        .flatMap(licence -> read.apply(licence).stream())
        .max(Comparator.naturalOrder())
        .map(Value.Day::new);
  }

  /** {@return the names and types of a subject's built-in attributes} */
  public static Map<String, ValueType> ofSubject() {
    Map<String, ValueType> types = new TreeMap<>();
    SUBJECT.forEach((name, attribute) -> types.put(name, attribute.type()));
    return types;
  }

  /** {@return the names and types of a fact's built-in attributes} */
  public static Map<String, ValueType> ofFact() {
    Map<String, ValueType> types = new TreeMap<>();
    FACT.forEach((name, attribute) -> types.put(name, attribute.type()));
    return types;
  }

  /**
   * An attribute of a subject, built-in or not.
   *
   * @param subject the subject
   * @param name the name of the attribute
   * @param date the day on which it is asked for
   * @return the value, if it is known
   */
  public static Optional<Value> read(Subject subject, String name, LocalDate date) {
    OfSubject builtIn = name.startsWith(PREFIX) ? SUBJECT.get(name) : null;
    return builtIn != null
        ? builtIn.read().apply(subject).apply(date)
        : subject.findAttribute(name, date).map(Value::of);
  }

  /**
   * An attribute of a fact, built-in or not.
   *
   * @param fact the fact
   * @param name the name of the attribute
   * @param zone the zone in which days are read
   * @return the value, if it is known
   */
  public static Optional<Value> read(Fact fact, String name, ZoneId zone) {
    OfFact builtIn = name.startsWith(PREFIX) ? FACT.get(name) : null;
    return builtIn != null
        ? builtIn.read().apply(fact).apply(zone)
        : fact.findAttribute(name).map(Value::of);
  }
}
