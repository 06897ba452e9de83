/** The entry point: loading of plug-ins and wiring of engines and services. */
@NullMarked
package io.foodsafety.runtime;

import org.jspecify.annotations.NullMarked;
