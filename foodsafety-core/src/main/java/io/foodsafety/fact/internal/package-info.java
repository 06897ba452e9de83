/** The standard catalogue of facts, read from a resource. */
@NullMarked
package io.foodsafety.fact.internal;

import org.jspecify.annotations.NullMarked;
