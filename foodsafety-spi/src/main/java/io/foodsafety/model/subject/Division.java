package io.foodsafety.model.subject;

import io.foodsafety.model.code.DivisionCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An administrative division with its name and the time it exists. A merged or renamed district
 * keeps its row, so that old records keep their meaning.
 *
 * @param code its code
 * @param name its name, not blank
 * @param validFrom its first day, if known
 * @param validTo its last day, if it was abolished
 */
public record Division(
    DivisionCode code, String name, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {

  /** Checks the name and the order of the dates. */
  public Division {
    Objects.requireNonNull(code, "code");
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "The name of division (%s) must not be blank.".formatted(code));
    }
    if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
      throw new IllegalArgumentException(
          "The division (%s) must not end (%s) before it begins (%s)."
              .formatted(code, validTo.get(), validFrom.get()));
    }
  }

  /**
   * A division without dates.
   *
   * @param code its code
   * @param name its name
   * @return the division
   * @throws IllegalArgumentException if the name is blank
   */
  public static Division of(DivisionCode code, String name) {
    return new Division(code, name, Optional.empty(), Optional.empty());
  }

  /**
   * Whether it exists on a day.
   *
   * @param date the day
   * @return true from the first to the last day, both included
   */
  public boolean existsOn(LocalDate date) {
    return validFrom.map(from -> !date.isBefore(from)).orElse(true)
        && validTo.map(to -> !date.isAfter(to)).orElse(true);
  }
}
