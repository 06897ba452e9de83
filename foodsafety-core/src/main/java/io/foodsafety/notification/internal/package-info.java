/** Channels in the box. Not exported. */
@NullMarked
package io.foodsafety.notification.internal;

import org.jspecify.annotations.NullMarked;
