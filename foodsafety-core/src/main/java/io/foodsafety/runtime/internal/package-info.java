/** Loading of plug-ins, and the services behind a session. */
@NullMarked
package io.foodsafety.runtime.internal;

import org.jspecify.annotations.NullMarked;
