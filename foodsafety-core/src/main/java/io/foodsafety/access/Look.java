package io.foodsafety.access;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody looked, or tried to look, at sealed attributes. Immutable.
 *
 * @param actor who, as {@code person:id} or {@code system:name}
 * @param at when, by the city's clock
 * @param fact the id of the fact
 * @param purpose what for, in the actor's words
 * @param attributes what was to be seen of each attribute
 */
public record Look(
    String actor,
    Instant at,
    String fact,
    String purpose,
    Map<String, SealedValue.State> attributes) {

  /** Checks that the parts are there. */
  public Look {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(purpose, "purpose");
    attributes = Map.copyOf(attributes);
  }
}
