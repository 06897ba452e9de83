package io.foodsafety.fact;

import io.foodsafety.model.fact.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which facts to list. Begins with {@link #all}; every other method narrows and copies. Immutable.
 *
 * <pre>{@code
 * FactQuery.all().concerning(SubjectRef.business("S1")).ofKind("penalty")
 *     .between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), zone);
 * }</pre>
 */
public final class FactQuery {

  /** The role of what a fact is about, as against its further roles. */
  public static final String SUBJECT_ROLE = "subject";

  /**
   * Days, both included, in a zone.
   *
   * @param from the first day
   * @param to the last day
   * @param zone the zone in which instants become days
   */
  public record Window(LocalDate from, LocalDate to, ZoneId zone) {

    /** Checks the order of the days. */
    public Window {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "The window must not end (%s) before it begins (%s).".formatted(to, from));
      }
      Objects.requireNonNull(zone, "zone");
    }
  }

  /**
   * A day as of whose end withdrawals are looked at.
   *
   * @param date the day
   * @param zone the zone whose day it is
   */
  public record Day(LocalDate date, ZoneId zone) {

    /** Checks that the parts are there. */
    public Day {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(zone, "zone");
    }
  }

  private static final FactQuery ALL = new FactQuery(null, null, null, null, null, null);

  private final @Nullable SubjectRef subject;
  private final @Nullable String role;
  private final @Nullable String kind;
  private final @Nullable Window window;
  private final @Nullable Day asOf;
  private final @Nullable Instant knownBefore;

  private FactQuery(
      @Nullable SubjectRef subject,
      @Nullable String role,
      @Nullable String kind,
      @Nullable Window window,
      @Nullable Day asOf,
      @Nullable Instant knownBefore) {
    this.subject = subject;
    this.role = role;
    this.kind = kind;
    this.window = window;
    this.asOf = asOf;
    this.knownBefore = knownBefore;
  }

  /** {@return every fact, withdrawn ones included} */
  public static FactQuery all() {
    return ALL;
  }

  /**
   * Only facts that concern a subject, in any role.
   *
   * @param newSubject the subject
   * @return the query
   */
  public FactQuery concerning(SubjectRef newSubject) {
    return new FactQuery(newSubject, null, kind, window, asOf, knownBefore);
  }

  /**
   * Only facts in which a subject has a role.
   *
   * @param newSubject the subject
   * @param newRole the role; {@value #SUBJECT_ROLE} for what the fact is about
   * @return the query
   */
  public FactQuery concerning(SubjectRef newSubject, String newRole) {
    return new FactQuery(newSubject, newRole, kind, window, asOf, knownBefore);
  }

  /**
   * Only facts of a kind.
   *
   * @param newKind the kind's name
   * @return the query
   */
  public FactQuery ofKind(String newKind) {
    return new FactQuery(subject, role, newKind, window, asOf, knownBefore);
  }

  /**
   * Only facts that happened, or began, within some days.
   *
   * @param from the first day
   * @param to the last day, included
   * @param zone the zone in which instants become days
   * @return the query
   * @throws IllegalArgumentException if it ends before it begins
   */
  public FactQuery between(LocalDate from, LocalDate to, ZoneId zone) {
    return new FactQuery(subject, role, kind, new Window(from, to, zone), asOf, knownBefore);
  }

  /**
   * Only facts that count at the end of a day: begun by then, and not withdrawn by then.
   *
   * @param date the day
   * @param zone the zone whose day it is
   * @return the query
   */
  public FactQuery countingOn(LocalDate date, ZoneId zone) {
    return new FactQuery(subject, role, kind, window, new Day(date, zone), knownBefore);
  }

  /**
   * Only what was recorded before an instant; later withdrawals are not looked at either.
   *
   * @param instant the instant, excluded
   * @return the query
   */
  public FactQuery knownBefore(Instant instant) {
    return new FactQuery(subject, role, kind, window, asOf, instant);
  }

  /** {@return the subject that the facts concern} */
  public Optional<SubjectRef> subject() {
    return Optional.ofNullable(subject);
  }

  /** {@return the role that the subject has; nothing means any} */
  public Optional<String> role() {
    return Optional.ofNullable(role);
  }

  /** {@return the kind} */
  public Optional<String> kind() {
    return Optional.ofNullable(kind);
  }

  /** {@return the days} */
  public Optional<Window> window() {
    return Optional.ofNullable(window);
  }

  /**
   * {@return the day at whose end the facts count; nothing means withdrawn facts are listed too}
   */
  public Optional<Day> countingOn() {
    return Optional.ofNullable(asOf);
  }

  /** {@return the instant before which the facts were recorded} */
  public Optional<Instant> knownBefore() {
    return Optional.ofNullable(knownBefore);
  }
}
