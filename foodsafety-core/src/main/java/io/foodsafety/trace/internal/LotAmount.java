package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some of a lot.
 *
 * @param lot the lot
 * @param quantity how much, if that is known
 */
record LotAmount(String lot, Optional<Quantity> quantity) {

  /** Whether this and another amount of the lot are one amount: their sum can be said. */
  private boolean addsTo(LotAmount other) {
    return lot.equals(other.lot)
        && quantity.isPresent()
        && other.quantity.isPresent()
        && quantity.get().isCompatible(other.quantity.get());
  }

  private LotAmount plus(LotAmount other) {
    return new LotAmount(
        lot, Optional.of(quantity.orElseThrow().plus(other.quantity.orElseThrow())));
  }

  /** Adds an amount to a list in which amounts that can be summed are one. */
  static void addTo(List<LotAmount> amounts, LotAmount amount) {
    for (int i = 0; i < amounts.size(); i++) {
      LotAmount each = amounts.get(i);
      if (each.addsTo(amount)) {
        amounts.set(i, each.plus(amount));
        return;
      }
      if (each.equals(amount)) {
        return; // once more an amount of the lot that is not known
      }
    }
    amounts.add(amount);
  }

  /** The amounts of a list, those that can be summed as one. */
  static List<LotAmount> summed(List<LotAmount> amounts) {
    if (amounts.size() == 1) {
      return amounts;
    }
    List<LotAmount> sums = new ArrayList<>();
    amounts.forEach(amount -> addTo(sums, amount));
    return sums;
  }
}
