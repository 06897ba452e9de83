/** How workbooks are written. */
@NullMarked
package io.foodsafety.reporting.xlsx.internal;

import org.jspecify.annotations.NullMarked;
