package io.foodsafety.trace.internal.graph;

/**
 * How far a search goes.
 *
 * @param maxDepth the depth to which edges are followed
 * @param maxNodes the number of nodes after which the search stops
 */
public record SearchLimits(int maxDepth, int maxNodes) {

  /** No limits. */
  public static final SearchLimits NONE = new SearchLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Checks that the limits are not negative. */
  public SearchLimits {
    if (maxDepth < 0 || maxNodes < 0) {
      throw new IllegalArgumentException(
          "The limits of a search (" + maxDepth + ", " + maxNodes + ") must not be negative.");
    }
  }
}
