package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.Optional;

/**
 * Some of a lot.
 *
 * @param lot the lot
 * @param quantity how much, if that is known
 */
record LotAmount(String lot, Optional<Quantity> quantity) {

  /** Whether this and another amount of the lot are one amount: their sum can be said. */
  boolean addsTo(LotAmount other) {
    return lot.equals(other.lot)
        && quantity.isPresent()
        && other.quantity.isPresent()
        && quantity.get().isCompatible(other.quantity.get());
  }

  LotAmount plus(LotAmount other) {
    return new LotAmount(
        lot, Optional.of(quantity.orElseThrow().plus(other.quantity.orElseThrow())));
  }
}
