package io.foodsafety.trace.internal.graph;

/** Decides which of the nodes that a level of a search reaches are kept. For one search. */
@FunctionalInterface
public interface Admission {

  /**
   * Looks at the nodes that a level reached first. Those that are not kept are as if no edge led to
   * them.
   *
   * @param nodes the nodes, in any order; those that are kept are put first
   * @return how many are kept
   */
  int admit(int[] nodes);
}
