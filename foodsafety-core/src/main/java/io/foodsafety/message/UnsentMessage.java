package io.foodsafety.message;

import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Topic;
import java.util.Objects;

/**
 * A message that the messaging has refused for good. Immutable.
 *
 * @param id by which it is sent again
 * @param topic where it was to be published
 * @param letter the message and the reason
 */
public record UnsentMessage(String id, Topic topic, DeadLetter letter) {

  /** Checks that the parts are there. */
  public UnsentMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(letter, "letter");
  }
}
