package io.foodsafety.model.actor;

import io.foodsafety.model.internal.Checks;

/**
 * A person or a system that acts. The id is the host's own; it is recorded in the ledger, so it
 * should not be a name or a telephone number.
 */
public final class Actor {

  private enum Type {
    PERSON,
    SYSTEM
  }

  private final Type type;
  private final String id;

  private Actor(Type type, String id) {
    this.type = type;
    this.id = Checks.id("actor", id);
  }

  /**
   * A person.
   *
   * @param id the host's id of the person, 1 to 256 characters
   * @return the actor
   * @throws IllegalArgumentException if the id is not well-formed
   */
  public static Actor person(String id) {
    return new Actor(Type.PERSON, id);
  }

  /**
   * A program that acts without a person; recorded as such.
   *
   * @param name the program's name, 1 to 256 characters
   * @return the actor
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static Actor system(String name) {
    return new Actor(Type.SYSTEM, name);
  }

  /** {@return the id or name} */
  public String id() {
    return id;
  }

  /** {@return whether this is a program} */
  public boolean isSystem() {
    return type == Type.SYSTEM;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Actor that && type == that.type && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + id.hashCode();
  }

  /** {@return {@code person:id} or {@code system:name}, as the ledger writes it} */
  @Override
  public String toString() {
    return (isSystem() ? "system:" : "person:") + id;
  }
}
