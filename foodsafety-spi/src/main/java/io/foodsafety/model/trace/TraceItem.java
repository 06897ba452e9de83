package io.foodsafety.model.trace;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.measure.Quantity;
import java.util.Objects;
import java.util.Optional;

/** What an event is about: some of a lot, or a container with whatever is in it. Immutable. */
public sealed interface TraceItem {

  /**
   * Some of a lot.
   *
   * @param lot the code of the lot, unique among all lots, 1 to 256 characters
   * @param quantity how much, not negative; nothing if it is not known
   */
  record OfLot(String lot, Optional<Quantity> quantity) implements TraceItem {
    /** Checks the parts. */
    public OfLot {
      Checks.id("lot", lot);
      Objects.requireNonNull(quantity, "quantity");
      if (quantity.isPresent() && quantity.get().amount().signum() < 0) {
        throw new IllegalArgumentException(
            "The quantity (%s) of the lot (%s) must not be negative."
                .formatted(quantity.get(), Checks.abbreviate(lot)));
      }
    }
  }

  /**
   * A container: a box, pallet or vessel that is used again. It is no lot.
   *
   * @param container its code, 1 to 256 characters
   */
  record OfContainer(String container) implements TraceItem {
    /** Checks the code. */
    public OfContainer {
      Checks.id("container", container);
    }
  }

  /**
   * All or some of a lot, how much is not known.
   *
   * @param lot the code of the lot
   * @return the item
   */
  static TraceItem lot(String lot) {
    return new OfLot(lot, Optional.empty());
  }

  /**
   * Some of a lot.
   *
   * @param lot the code of the lot
   * @param quantity how much
   * @return the item
   */
  static TraceItem lot(String lot, Quantity quantity) {
    return new OfLot(lot, Optional.of(quantity));
  }

  /**
   * A container.
   *
   * @param container its code
   * @return the item
   */
  static TraceItem container(String container) {
    return new OfContainer(container);
  }
}
