package io.foodsafety.benchmarks.trace.peers;

/**
 * What a search found. Whoever answers has looked at each lot found, as one who asks would.
 *
 * @param lots how many lots, the start included
 * @param ids the sum of their ids
 * @param arrivals the sum of their earliest arrivals; 0 if these were not asked for
 */
public record Answer(long lots, long ids, long arrivals) {}
