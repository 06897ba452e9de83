package io.foodsafety.runtime.internal;

import io.foodsafety.message.EventType;
import io.foodsafety.spi.messaging.Topic;
import java.util.HashSet;
import java.util.Set;

/**
 * What a city publishes, and where.
 *
 * @param topic the topic of all its messages
 * @param types what is published
 */
public record Publishing(Topic topic, Set<EventType> types) {

  /** Copies the types. */
  public Publishing {
    types = Set.copyOf(types);
  }

  /**
   * Some types of event on a topic.
   *
   * @throws IllegalArgumentException if there is no type, or one that a city cannot publish, or the
   *     topic is one of dead letters
   */
  public static Publishing of(Topic topic, EventType... types) {
    if (types.length == 0 || topic.isDeadLetters()) {
      throw new IllegalArgumentException(
          "The topic (%s) must not be one of dead letters, and there must be a type of event."
              .formatted(topic));
    }
    Set<EventType> chosen = new HashSet<>();
    for (EventType type : types) {
      chosen.add(EventType.of(type.name()));
    }
    return new Publishing(topic, chosen);
  }
}
