package io.foodsafety.trace;

/**
 * A party with a holding that a trace reached.
 *
 * @param id the party
 * @param depth the least depth of its holdings
 */
public record ReachedParty(String id, int depth) {}
