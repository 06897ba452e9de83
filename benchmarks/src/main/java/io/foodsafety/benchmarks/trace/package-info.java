/** Measurements of traces: a network of lots, and searches in it. */
@NullMarked
package io.foodsafety.benchmarks.trace;

import org.jspecify.annotations.NullMarked;
