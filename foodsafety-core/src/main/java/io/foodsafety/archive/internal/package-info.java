/** Writing, checking and importing of archives. Not exported. */
@NullMarked
package io.foodsafety.archive.internal;

import org.jspecify.annotations.NullMarked;
