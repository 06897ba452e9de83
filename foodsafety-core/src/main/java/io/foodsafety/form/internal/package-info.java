/** Reading and evaluating forms. */
@NullMarked
package io.foodsafety.form.internal;

import org.jspecify.annotations.NullMarked;
