/**
 * A policy to measure with, a population of any size to measure it on, and the same rules written
 * by hand. Start with {@link io.foodsafety.benchmarks.rules.PopulationGenerator}.
 */
@NullMarked
package io.foodsafety.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
