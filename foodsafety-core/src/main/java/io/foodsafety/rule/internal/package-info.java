/** Rules evaluated over columns: many subjects at once, without an object for each value. */
@NullMarked
package io.foodsafety.rule.internal;

import org.jspecify.annotations.NullMarked;
