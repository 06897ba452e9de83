package io.foodsafety.access;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;

/** Who may see sealed values. Given by the host; called by any thread. */
@FunctionalInterface
public interface SealedAccess {

  /**
   * Whether an actor may see a value.
   *
   * @param actor who asks
   * @param fact the fact, without its sealed values
   * @param attribute the name of the attribute
   * @return whether the value is shown
   */
  boolean mayRead(Actor actor, Fact fact, String attribute);

  /** {@return nobody} */
  static SealedAccess nobody() {
    return (actor, fact, attribute) -> false;
  }
}
