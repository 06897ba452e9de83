package io.foodsafety.model.fact;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of a fact: a penalty revoked, a test overturned. As of a moment before {@link #at} the
 * fact counts; from then on it does not, in any window.
 *
 * @param id unique among withdrawals, 1 to 256 characters
 * @param target the id of the fact
 * @param at from when the fact no longer counts
 * @param reason why, in the words of whoever withdrew it
 * @param recordedAt when the withdrawal was recorded; nothing until it is
 */
public record Withdrawal(
    String id, String target, Moment at, String reason, Optional<Instant> recordedAt) {

  /** Checks the parts. */
  public Withdrawal {
    Checks.id("withdrawal id", id);
    Checks.id("fact id", target);
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(recordedAt, "recordedAt");
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "The reason of the withdrawal (%s) must not be blank.".formatted(id));
    }
  }

  /**
   * A withdrawal that is not recorded yet.
   *
   * @param id unique among withdrawals
   * @param target the id of the fact
   * @param at from when the fact no longer counts
   * @param reason why
   * @return the withdrawal
   * @throws IllegalArgumentException if a part is not well-formed
   */
  public static Withdrawal of(String id, String target, Moment at, String reason) {
    return new Withdrawal(id, target, at, reason, Optional.empty());
  }

  /**
   * The same withdrawal, recorded.
   *
   * @param instant when it was recorded
   * @return the withdrawal
   */
  public Withdrawal withRecordedAt(Instant instant) {
    return new Withdrawal(id, target, at, reason, Optional.of(instant));
  }
}
