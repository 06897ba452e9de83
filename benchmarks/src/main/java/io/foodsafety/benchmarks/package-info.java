/** Benchmarks of the engines. */
@NullMarked
package io.foodsafety.benchmarks;

import org.jspecify.annotations.NullMarked;
