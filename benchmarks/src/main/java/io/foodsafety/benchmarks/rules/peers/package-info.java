/**
 * The library's risk grading beside rule engines, expression languages and a database: the same
 * policy, the same businesses, turn by turn in one process. The peers from outside are built with
 * the Maven profile {@code peers} only. Start with {@link
 * io.foodsafety.benchmarks.rules.peers.RulePeer}.
 */
@NullMarked
package io.foodsafety.benchmarks.rules.peers;

import org.jspecify.annotations.NullMarked;
