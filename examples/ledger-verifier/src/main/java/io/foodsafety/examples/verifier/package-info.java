/** Checks a proof of the ledger with nothing but the JDK. */
@NullMarked
package io.foodsafety.examples.verifier;

import org.jspecify.annotations.NullMarked;
