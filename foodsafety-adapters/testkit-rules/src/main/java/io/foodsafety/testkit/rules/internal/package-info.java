/** How cases are read, set up and shown. */
@NullMarked
package io.foodsafety.testkit.rules.internal;

import org.jspecify.annotations.NullMarked;
