/**
 * Numbers and texts side by side in memory, built on the heap or mapped from files that were saved.
 */
@NullMarked
package io.foodsafety.trace.internal.columns;

import org.jspecify.annotations.NullMarked;
