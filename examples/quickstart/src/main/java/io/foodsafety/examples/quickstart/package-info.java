/** The first steps with the library, as the README shows them. */
@NullMarked
package io.foodsafety.examples.quickstart;

import org.jspecify.annotations.NullMarked;
