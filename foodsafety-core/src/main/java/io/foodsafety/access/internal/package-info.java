/** Encryption of attributes, keys in a file. */
@NullMarked
package io.foodsafety.access.internal;

import org.jspecify.annotations.NullMarked;
