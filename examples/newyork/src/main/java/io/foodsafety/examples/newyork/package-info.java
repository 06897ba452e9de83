/**
 * Reads the inspection results that New York City publishes: a plug-in of one format, {@link
 * io.foodsafety.examples.newyork.NewYorkInspections}.
 *
 * <p>The format turns rows into records and knows nothing of grades. What a score is worth says a
 * policy file, {@code examples/policies/new-york-2010.json}, which also declares the attributes
 * that the standard kinds of fact lack. All types are safe for use by many threads.
 */
@NullMarked
package io.foodsafety.examples.newyork;

import org.jspecify.annotations.NullMarked;
