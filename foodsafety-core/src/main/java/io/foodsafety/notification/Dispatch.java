package io.foodsafety.notification;

import io.foodsafety.spi.notification.Notice.Occasion;
import java.time.Instant;
import java.util.Objects;

/**
 * What has become of a notice to one recipient through one channel. Immutable.
 *
 * @param notice the id of the notice, which the recipient's side knows, too
 * @param recipient the recipient's id
 * @param channel the name of the channel
 * @param stage the number of the stage, from 1
 * @param occasion why it was sent
 * @param state what has become of it
 * @param attempts how often the channel was handed it
 * @param at when that was; for one that waits, when it is tried next
 * @param reason why it was not delivered; empty if it was, or has not been tried
 */
public record Dispatch(
    String notice,
    String recipient,
    String channel,
    int stage,
    Occasion occasion,
    State state,
    int attempts,
    Instant at,
    String reason) {

  /** What has become of a notice. */
  public enum State {
    /** It is tried, or tried again, at a later advance. */
    WAITING,
    /** The channel has accepted it. */
    DELIVERED,
    /** It can never be delivered: the channel has refused it, or there is no recipient. */
    REFUSED,
    /** It was tried for two days, and is not tried any more. */
    GIVEN_UP,
    /** The notification was acknowledged before it was sent. */
    NOT_NEEDED
  }

  /** Checks that the parts are there. */
  public Dispatch {
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(occasion, "occasion");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(reason, "reason");
  }
}
