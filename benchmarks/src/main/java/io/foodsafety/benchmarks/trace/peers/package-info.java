/**
 * The trace graph beside the libraries and databases that one would take instead: the same network,
 * the same questions, turn by turn in one process. The peers themselves are built with the Maven
 * profile {@code peers} only.
 */
@NullMarked
package io.foodsafety.benchmarks.trace.peers;

import org.jspecify.annotations.NullMarked;
