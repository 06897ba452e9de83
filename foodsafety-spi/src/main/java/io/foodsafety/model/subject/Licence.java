package io.foodsafety.model.subject;

import io.foodsafety.model.internal.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A licence (许可证), filing (备案) or registration (登记) of a business. Numbers that begin with SC or JY
 * are checked when a record comes in; other numbering schemes are kept as they are.
 *
 * @param number its number, 1 to 256 characters
 * @param issuedOn the day it was first issued, if known
 * @param validFrom its first day, if known
 * @param validTo its last day, if it ends
 */
public record Licence(
    String number,
    Optional<LocalDate> issuedOn,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  /** Checks the number and the order of the dates. */
  public Licence {
    Checks.id("licence number", number);
    issuedOn.ifPresent(date -> Checks.date("issue", date));
    validFrom.ifPresent(date -> Checks.date("the first day", date));
    validTo.ifPresent(date -> Checks.date("the last day", date));
    if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
      throw new IllegalArgumentException(
          "The licence (%s) must not end (%s) before it begins (%s)."
              .formatted(Checks.abbreviate(number), validTo.get(), validFrom.get()));
    }
  }

  /**
   * A licence without dates.
   *
   * @param number its number
   * @return the licence
   * @throws IllegalArgumentException if the number is not well-formed
   */
  public static Licence of(String number) {
    return new Licence(number, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The same licence with the day it was first issued.
   *
   * @param date the day
   * @return the licence
   */
  public Licence issuedOn(LocalDate date) {
    return new Licence(number, Optional.of(date), validFrom, validTo);
  }

  /**
   * The same licence with its first day.
   *
   * @param date the day
   * @return the licence
   * @throws IllegalArgumentException if it ends before that day
   */
  public Licence validFrom(LocalDate date) {
    return new Licence(number, issuedOn, Optional.of(date), validTo);
  }

  /**
   * The same licence with its last day.
   *
   * @param date the day
   * @return the licence
   * @throws IllegalArgumentException if it begins after that day
   */
  public Licence validTo(LocalDate date) {
    return new Licence(number, issuedOn, validFrom, Optional.of(date));
  }

  /**
   * Whether it is valid on a day.
   *
   * @param date the day
   * @return true from the first to the last day, both included; an unknown bound does not limit
   */
  public boolean isValidOn(LocalDate date) {
    return validFrom.map(from -> !date.isBefore(from)).orElse(true)
        && validTo.map(to -> !date.isAfter(to)).orElse(true);
  }
}
