/** Reads templates and fills them in. */
@NullMarked
package io.foodsafety.document.internal;

import org.jspecify.annotations.NullMarked;
