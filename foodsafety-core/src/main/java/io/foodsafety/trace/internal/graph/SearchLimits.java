package io.foodsafety.trace.internal.graph;

import java.util.Optional;

/**
 * How far a search goes.
 *
 * @param maxDepth the depth to which edges are followed
 * @param admission which nodes are kept; all, if there is none
 */
public record SearchLimits(int maxDepth, Optional<Admission> admission) {

  /** No limits. */
  public static final SearchLimits NONE = new SearchLimits(Integer.MAX_VALUE, Optional.empty());

  /** Checks that the depth is not negative. */
  public SearchLimits {
    if (maxDepth < 0) {
      throw new IllegalArgumentException("The depth (" + maxDepth + ") must not be negative.");
    }
  }
}
