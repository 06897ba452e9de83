package io.foodsafety.subject;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A relation of two businesses.
 *
 * @param kind what connects them
 * @param from the id of the first, such as the market
 * @param to the id of the second, such as the stall
 * @param validFrom its first day, if known
 * @param validTo its last day, if it has ended
 */
public record Relation(
    RelationKind kind,
    String from,
    String to,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  /** Checks the ids and the order of the days. */
  public Relation {
    Objects.requireNonNull(kind, "kind");
    SubjectIds.check(from);
    SubjectIds.check(to);
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "The business (%s) must not be related to itself.".formatted(from));
    }
    if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
      throw new IllegalArgumentException(
          "The relation must not end (%s) before it begins (%s)."
              .formatted(validTo.get(), validFrom.get()));
    }
  }

  /**
   * A relation without days.
   *
   * @param kind what connects them
   * @param from the id of the first
   * @param to the id of the second
   * @return the relation
   */
  public static Relation of(RelationKind kind, String from, String to) {
    return new Relation(kind, from, to, Optional.empty(), Optional.empty());
  }

  /**
   * The same relation with a first day.
   *
   * @param date the day
   * @return the relation
   */
  public Relation validFrom(LocalDate date) {
    return new Relation(kind, from, to, Optional.of(date), validTo);
  }

  /**
   * The same relation with a last day.
   *
   * @param date the day
   * @return the relation
   */
  public Relation validTo(LocalDate date) {
    return new Relation(kind, from, to, validFrom, Optional.of(date));
  }

  /**
   * Whether it holds on a day.
   *
   * @param date the day
   * @return true from the first to the last day, both included; an unknown bound does not limit
   */
  public boolean isValidOn(LocalDate date) {
    return validFrom.map(day -> !date.isBefore(day)).orElse(true)
        && validTo.map(day -> !date.isAfter(day)).orElse(true);
  }
}
