package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mean of shares, weighted by quantities of one dimension. If quantities of other dimensions
 * come in, the mean is known only if all shares are the same.
 */
final class Mean {

  private static final double SAME = 1e-9;

  private double weights;
  private double weighted;
  private double lowest = 1;
  private double highest;
  private boolean isUnknown;
  private boolean isMixed;
  private boolean hasItself;
  private @Nullable Unit unit;

  void add(Share share, Optional<Quantity> quantity) {
    if (!share.isKnown() || quantity.isEmpty()) {
      isUnknown = true;
      return;
    }
    double weight = measure(quantity.get());
    weights += weight;
    weighted += weight * share.value();
    lowest = Math.min(lowest, share.value());
    highest = Math.max(highest, share.value());
  }

  /**
   * Adds what came from where the mean is to be: its share is the mean itself, which therefore does
   * not depend on how much it is.
   */
  void addItself(Optional<Quantity> quantity) {
    if (quantity.isEmpty()) {
      isUnknown = true;
    } else {
      measure(quantity.get());
      hasItself = true;
    }
  }

  /** Notes the dimension of a quantity; its amount in the unit of the first one. */
  private double measure(Quantity quantity) {
    if (unit == null) {
      unit = quantity.unit();
    }
    if (!Amounts.isSameDimension(unit, quantity.unit())) {
      isMixed = true;
      return quantity.amount().doubleValue();
    }
    return quantity.to(unit).amount().doubleValue();
  }

  Share value() {
    if (isUnknown) {
      return Share.UNKNOWN;
    }
    if (unit == null) {
      return Share.NONE;
    }
    boolean isCompared = isMixed && hasItself && highest > 0; // with what is yet to be found
    if (highest - lowest < SAME && !isCompared) {
      return new Share(highest);
    }
    return isMixed || weights == 0 ? Share.UNKNOWN : new Share(Math.min(1, weighted / weights));
  }
}
