/** How the page is put together. */
@NullMarked
package io.foodsafety.reporting.html.internal;

import org.jspecify.annotations.NullMarked;
