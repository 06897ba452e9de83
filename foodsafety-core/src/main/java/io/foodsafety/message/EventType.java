package io.foodsafety.message;

import java.util.List;
import java.util.Objects;

/**
 * What a city can publish: the type of its messages. The data of a message are JSON; a name never
 * changes its meaning, and a change that a reader would notice gets a new name.
 *
 * @param name the type of the messages
 */
public record EventType(String name) {

  /**
   * A fact was recorded, by whatever way. The key is its subject, the data are its record, and the
   * attribute {@code kind} is its kind.
   */
  public static final EventType FACT_RECORDED = new EventType("io.foodsafety.fact-recorded.v1");

  /**
   * A fact was withdrawn. The key is the subject of the fact, so that it comes after the fact; the
   * data are the record of the withdrawal.
   */
  public static final EventType FACT_WITHDRAWN = new EventType("io.foodsafety.fact-withdrawn.v1");

  /**
   * What is registered of a business has changed. The key is the business; the data hold its id
   * only, for the rest may be personal.
   */
  public static final EventType SUBJECT_CHANGED = new EventType("io.foodsafety.subject-changed.v1");

  /**
   * A trace event was captured. The key is a party that it names, or its own id if it names none;
   * the data are its record.
   */
  public static final EventType TRACE_CAPTURED = new EventType("io.foodsafety.trace-captured.v1");

  /** Checks that the name is there. */
  public EventType {
    Objects.requireNonNull(name, "name");
  }

  /** {@return all that a city can publish} */
  public static List<EventType> standard() {
    return List.of(FACT_RECORDED, FACT_WITHDRAWN, SUBJECT_CHANGED, TRACE_CAPTURED);
  }

  /**
   * An event type by name.
   *
   * @param name the type of the messages
   * @return the event type
   * @throws IllegalArgumentException if a city cannot publish it
   */
  public static EventType of(String name) {
    EventType type = new EventType(name);
    if (!standard().contains(type)) {
      throw new IllegalArgumentException(
          "The event type (%s) must be one of %s.".formatted(name, standard()));
    }
    return type;
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return name;
  }
}
