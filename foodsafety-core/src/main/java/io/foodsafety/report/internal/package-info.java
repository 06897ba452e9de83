/** How reports are written. */
@NullMarked
package io.foodsafety.report.internal;

import org.jspecify.annotations.NullMarked;
