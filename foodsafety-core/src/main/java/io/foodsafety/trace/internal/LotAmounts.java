package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts of lots, those of a lot side by side: amounts that can be summed are one, and so are all
 * that are not known. Used by one thread.
 */
final class LotAmounts {

  private final Map<String, List<LotAmount>> lots = new LinkedHashMap<>();

  void add(LotAmount amount) {
    List<LotAmount> known = lots.computeIfAbsent(amount.lot(), unused -> new ArrayList<>(1));
    for (int i = 0; i < known.size(); i++) {
      LotAmount each = known.get(i);
      if (each.addsTo(amount)) {
        known.set(i, each.plus(amount));
        return;
      }
      if (each.equals(amount)) {
        return; // once more an amount of the lot that is not known
      }
    }
    known.add(amount);
  }

  /** Takes out some of a lot, or all of it if it is not said how much. */
  void takeOut(String lot, Optional<Quantity> quantity) {
    List<LotAmount> known = lots.getOrDefault(lot, List.of());
    if (quantity.isPresent()) {
      takeOut(known, quantity.get());
    }
    if (quantity.isEmpty() || known.isEmpty()) {
      lots.remove(lot);
    }
  }

  private static void takeOut(List<LotAmount> known, Quantity quantity) {
    for (int i = 0; i < known.size(); i++) {
      Optional<Quantity> inside = known.get(i).quantity();
      if (inside.isPresent() && inside.get().isCompatible(quantity)) {
        Quantity taken = quantity.to(inside.get().unit());
        Quantity left =
            new Quantity(
                Amounts.rounded(inside.get().amount().subtract(taken.amount())), taken.unit());
        if (left.amount().signum() > 0) {
          known.set(i, new LotAmount(known.get(i).lot(), Optional.of(left)));
        } else {
          known.remove(i);
        }
        return;
      }
    }
  }

  void clear() {
    lots.clear();
  }

  boolean isEmpty() {
    return lots.isEmpty();
  }

  /** All amounts, those of the lot that was added first before the others. */
  List<LotAmount> toList() {
    List<LotAmount> all = new ArrayList<>(lots.size());
    lots.values().forEach(all::addAll);
    return List.copyOf(all);
  }
}
