/** Reads the inspection results that New York City publishes. */
@NullMarked
package io.foodsafety.examples.newyork;

import org.jspecify.annotations.NullMarked;
