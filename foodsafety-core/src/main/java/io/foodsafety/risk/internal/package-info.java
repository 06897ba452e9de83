/** Reading and applying policies. */
@NullMarked
package io.foodsafety.risk.internal;

import org.jspecify.annotations.NullMarked;
