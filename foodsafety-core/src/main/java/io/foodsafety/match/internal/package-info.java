/** How businesses are compared. */
@NullMarked
package io.foodsafety.match.internal;

import org.jspecify.annotations.NullMarked;
