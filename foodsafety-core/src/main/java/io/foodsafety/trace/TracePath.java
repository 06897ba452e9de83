package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import java.util.List;

/**
 * A shortest way from one holding to another. Immutable.
 *
 * @param position the position of the log that was seen
 * @param steps the links, first to last; none if both holdings are the same
 */
public record TracePath(long position, List<Step> steps) {

  /**
   * One link.
   *
   * @param from where it leaves
   * @param to where it arrives
   * @param events the ids of the events that it is known by, in order of id
   */
  public record Step(Holding from, Holding to, List<String> events) {
    /** Copies the list. */
    public Step {
      events = List.copyOf(events);
    }
  }

  /** Copies the list. */
  public TracePath {
    steps = List.copyOf(steps);
  }
}
