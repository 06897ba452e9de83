/** The command line. */
@NullMarked
package io.foodsafety.examples.cli;

import org.jspecify.annotations.NullMarked;
