/** Writing, sealing and checking the ledger. */
@NullMarked
package io.foodsafety.ledger.internal;

import org.jspecify.annotations.NullMarked;
