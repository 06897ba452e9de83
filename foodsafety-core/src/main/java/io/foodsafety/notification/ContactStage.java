package io.foodsafety.notification;

import io.foodsafety.spi.notification.Audience;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told, and what happens if nobody of them acknowledges. Both times count from when the
 * stage began. Immutable.
 *
 * @param audience who is told
 * @param remindAfter when they are told again, once; nothing for never
 * @param escalateAfter when the next stage begins; nothing for the last stage
 */
public record ContactStage(
    Audience audience, Optional<Duration> remindAfter, Optional<Duration> escalateAfter) {

  /** Checks the times. */
  public ContactStage {
    Objects.requireNonNull(audience, "audience");
    remindAfter.ifPresent(time -> check("reminder", time));
    escalateAfter.ifPresent(time -> check("escalation", time));
    if (remindAfter.isPresent()
        && escalateAfter.isPresent()
        && remindAfter.get().compareTo(escalateAfter.get()) >= 0) {
      throw new IllegalArgumentException(
          "The reminder (after %s) must come before the escalation (after %s)."
              .formatted(remindAfter.get(), escalateAfter.get()));
    }
  }

  private static void check(String what, Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(3_660)) > 0) {
      throw new IllegalArgumentException(
          "The time of the %s (%s) must be positive, and ten years at most.".formatted(what, time));
    }
  }

  /**
   * A stage without a reminder and without an end.
   *
   * @param audience who is told
   * @return the stage
   */
  public static ContactStage of(Audience audience) {
    return new ContactStage(audience, Optional.empty(), Optional.empty());
  }

  /**
   * The same stage with a reminder.
   *
   * @param time when they are told again
   * @return the stage
   * @throws IllegalArgumentException if it is not positive, or not before the escalation
   */
  public ContactStage remindAfter(Duration time) {
    return new ContactStage(audience, Optional.of(time), escalateAfter);
  }

  /**
   * The same stage with an end.
   *
   * @param time when the next stage begins
   * @return the stage
   * @throws IllegalArgumentException if it is not positive, or not behind the reminder
   */
  public ContactStage escalateAfter(Duration time) {
    return new ContactStage(audience, remindAfter, Optional.of(time));
  }
}
