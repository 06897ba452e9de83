/** How packs are read, checked and laid over one another. */
@NullMarked
package io.foodsafety.region.internal;

import org.jspecify.annotations.NullMarked;
