/** From events to holdings and links, and the searches over them. */
@NullMarked
package io.foodsafety.trace.internal;

import org.jspecify.annotations.NullMarked;
