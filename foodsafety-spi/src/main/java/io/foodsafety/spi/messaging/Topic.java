package io.foodsafety.spi.messaging;

import io.foodsafety.model.internal.Checks;
import java.util.regex.Pattern;

/**
 * Where messages are published.
 *
 * @param name its name, {@code [a-z][a-z0-9-]{0,62}}; that of dead letters has further parts behind
 *     full stops
 */
public record Topic(String name) {

  private static final String PART = "[a-z][a-z0-9-]{0,62}";
  private static final String DEAD = ".dead";
  private static final Pattern GROUP = Pattern.compile(PART);
  private static final Pattern NAME = Pattern.compile(PART + "(\\." + PART + "\\.dead)?");

  /** Checks the name. */
  public Topic {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The topic (%s) must match %s.".formatted(Checks.abbreviate(name), PART));
    }
  }

  /**
   * A topic.
   *
   * @param name its name
   * @return the topic
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static Topic of(String name) {
    return new Topic(name);
  }

  /**
   * The topic of what a group could not handle. What a group of that topic cannot handle stays
   * there: it is handed to that group again and again.
   *
   * @param group the group, {@code [a-z][a-z0-9-]{0,62}}
   * @return the topic {@code <name>.<group>.dead}
   * @throws IllegalArgumentException if the group is not well-formed
   * @throws IllegalStateException if this topic is one of dead letters
   */
  public Topic deadLetters(String group) {
    if (isDeadLetters()) {
      throw new IllegalStateException(
          "The topic (%s) is one of dead letters and has none itself.".formatted(name));
    }
    return new Topic(name + "." + checkGroup(group) + DEAD);
  }

  /** {@return whether this is the topic of what a group could not handle} */
  public boolean isDeadLetters() {
    return name.endsWith(DEAD);
  }

  /**
   * Checks the name of a group.
   *
   * @param group the name
   * @return the same name
   * @throws IllegalArgumentException if it does not match {@code [a-z][a-z0-9-]{0,62}}
   */
  public static String checkGroup(String group) {
    if (!GROUP.matcher(group).matches()) {
      throw new IllegalArgumentException(
          "The group (%s) must match %s.".formatted(Checks.abbreviate(group), PART));
    }
    return group;
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return name;
  }
}
