package io.foodsafety.rule;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What rules are evaluated over: a subject and its facts at a point in time. Immutable. */
public final class RuleContext {

  private final SubjectRef ref;
  private final Function<String, Optional<Value>> attributes;
  private final List<Fact> facts;
  private final AsOf asOf;
  private final ZoneId zone;

  private RuleContext(
      SubjectRef ref,
      Function<String, Optional<Value>> attributes,
      List<Fact> facts,
      AsOf asOf,
      ZoneId zone) {
    this.ref = ref;
    this.attributes = attributes;
    this.facts = facts;
    this.asOf = asOf;
    this.zone = zone;
  }

  /**
   * A context.
   *
   * @param ref the assessed subject
   * @param subject what is registered of it, if anything
   * @param history all facts that concern it
   * @param asOf the point of assessment
   * @param zone the zone in which dates are read
   * @return the context
   */
  public static RuleContext of(
      SubjectRef ref, Optional<Subject> subject, FactHistory history, AsOf asOf, ZoneId zone) {
    Objects.requireNonNull(subject, "subject");
    LocalDate date = asOf.dateIn(zone);
    return of(
        ref, name -> subject.flatMap(each -> BuiltIn.read(each, name, date)), history, asOf, zone);
  }

  /**
   * A context of a subject that is known by its attributes only.
   *
   * @param ref the assessed subject
   * @param attributes its attributes by name, built-in ones included, on the day of assessment
   * @param history all facts that concern it
   * @param asOf the point of assessment
   * @param zone the zone in which dates are read
   * @return the context
   */
  public static RuleContext of(
      SubjectRef ref,
      Function<String, Optional<Value>> attributes,
      FactHistory history,
      AsOf asOf,
      ZoneId zone) {
    Objects.requireNonNull(ref, "ref");
    return new RuleContext(ref, attributes, history.counting(asOf, zone), asOf, zone);
  }

  /** {@return the assessed subject} */
  public SubjectRef ref() {
    return ref;
  }

  /**
   * An attribute of the subject on the day of assessment.
   *
   * @param name its name; one that begins with $ is built in
   * @return the value, if it is known
   */
  public Optional<Value> attribute(String name) {
    return attributes.apply(name);
  }

  /** {@return the facts that count, by time, then id} */
  public List<Fact> facts() {
    return facts;
  }

  /** {@return the point of assessment} */
  public AsOf asOf() {
    return asOf;
  }

  /** {@return the zone in which dates are read} */
  public ZoneId zone() {
    return zone;
  }

  /** {@return the day of assessment} */
  public LocalDate date() {
    return asOf.dateIn(zone);
  }

  /**
   * The day of a fact.
   *
   * @param fact the fact
   * @return the day it happened or began on
   */
  public LocalDate dayOf(Fact fact) {
    return fact.at().dateIn(zone);
  }
}
