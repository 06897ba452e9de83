package io.foodsafety.form;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How a failed item, or the whole inspection, is handled.
 *
 * @param measure what was ordered
 * @param deadline the day by which it must be corrected; there exactly if the measure is a deadline
 */
public record Handling(Measure measure, Optional<LocalDate> deadline) {

  /** Checks that a deadline has a day and nothing else has one. */
  public Handling {
    Objects.requireNonNull(measure, "measure");
    if (deadline.isPresent() != (measure == Measure.DEADLINE)) {
      throw new IllegalArgumentException(
          "The measure (%s) must %s a day."
              .formatted(measure, deadline.isPresent() ? "not have" : "have"));
    }
  }

  /**
   * Correction by a day.
   *
   * @param day the day
   * @return the handling
   */
  public static Handling by(LocalDate day) {
    return new Handling(Measure.DEADLINE, Optional.of(day));
  }

  /**
   * Any measure that has no day.
   *
   * @param measure the measure
   * @return the handling
   * @throws IllegalArgumentException if it is a deadline
   */
  public static Handling of(Measure measure) {
    return new Handling(measure, Optional.empty());
  }
}
