package io.foodsafety.runtime.internal;

import io.foodsafety.message.EventType;
import io.foodsafety.spi.messaging.Topic;
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
}
