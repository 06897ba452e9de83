/** What several contracts need. Not exported. */
@NullMarked
package io.foodsafety.testkit.internal;

import org.jspecify.annotations.NullMarked;
