/**
 * JSON documents that people write, read with the place of every value, so that a fault can be
 * shown with its line. Start with {@link io.foodsafety.source.internal.SourceReader}.
 */
@NullMarked
package io.foodsafety.source.internal;

import org.jspecify.annotations.NullMarked;
