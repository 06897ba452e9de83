package io.foodsafety.trace.internal;

/**
 * A party and its holdings.
 *
 * @param number which parties have in order of their arrival
 * @param code its id
 * @param holdings those of which something was ever recorded
 */
record Party(int number, String code, GrowingList<Node.OfHolding> holdings) {}
