package io.foodsafety.trace.internal.graph;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a search goes.
 *
 * @param maxDepth the depth to which edges are followed
 * @param until no edge is followed that certainly arrives later, backward that certainly leaves
 *     earlier; whether the search is strict or not
 * @param admission which nodes are kept; all, if there is none
 */
public record SearchLimits(int maxDepth, OptionalInt until, Optional<Admission> admission) {

  /** No limits. */
  public static final SearchLimits NONE =
      new SearchLimits(Integer.MAX_VALUE, OptionalInt.empty(), Optional.empty());

  /** Checks that the depth is not negative. */
  public SearchLimits {
    if (maxDepth < 0) {
      throw new IllegalArgumentException("The depth (" + maxDepth + ") must not be negative.");
    }
  }

  /** The last start of an edge that is followed, on the axis of a direction. */
  int lastStart(Direction direction) {
    return until.isPresent() ? direction.turn(EdgeTime.clamp(until.getAsInt())) : Integer.MAX_VALUE;
  }
}
