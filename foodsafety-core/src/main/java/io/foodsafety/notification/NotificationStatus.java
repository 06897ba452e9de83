package io.foodsafety.notification;

import io.foodsafety.spi.notification.Audience;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a notification has come. Immutable.
 *
 * @param notification the notification
 * @param recordedAt when it was sent off
 * @param stage the number of the stage that has begun, from 1; 0 before the first advance
 * @param since when that stage began
 * @param isReminded whether this stage was reminded
 * @param due when the next step is due; nothing if there is none
 * @param acknowledgement who has taken note; nothing while it is open
 */
public record NotificationStatus(
    Notification notification,
    Instant recordedAt,
    int stage,
    Instant since,
    boolean isReminded,
    Optional<Instant> due,
    Optional<Acknowledgement> acknowledgement) {

  /** Checks that the parts are there. */
  public NotificationStatus {
    Objects.requireNonNull(notification, "notification");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(acknowledgement, "acknowledgement");
  }

  /** {@return whether nobody has taken note yet} */
  public boolean isOpen() {
    return acknowledgement.isEmpty();
  }

  /** {@return who was told last, or is to be told first} */
  public Audience audience() {
    return notification.stages().get(Math.max(stage, 1) - 1).audience();
  }
}
