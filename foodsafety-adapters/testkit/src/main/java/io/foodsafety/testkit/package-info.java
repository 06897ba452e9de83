/** The kit that the tests of every plug-in build on. */
@NullMarked
package io.foodsafety.testkit;

import org.jspecify.annotations.NullMarked;
