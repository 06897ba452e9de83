package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import java.util.function.BiConsumer;

/**
 * Puts what a group cannot handle into its dead letters.
 *
 * @param topic the topic of the group
 * @param group the group
 * @param attempts how often a message is tried
 * @param publisher publishes one message
 */
record Burial(Topic topic, String group, int attempts, BiConsumer<Topic, Message> publisher) {

  /** Whether a message that has failed so often is a dead letter now. */
  boolean isOver(int failures) {
    return failures >= attempts && !topic.isDeadLetters();
  }

  /** Publishes a dead letter; throws if that fails, and the message is then still owed. */
  void bury(DeadLetter letter) {
    publisher.accept(topic.deadLetters(group), letter.toMessage());
  }
}
