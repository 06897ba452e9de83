/** How records are read and checked. */
@NullMarked
package io.foodsafety.record.internal;

import org.jspecify.annotations.NullMarked;
