package io.foodsafety.trace.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of something can come from the start of a recall.
 *
 * @param value from 0 to 1; not a number if that is not known
 */
record Share(double value) {

  static final Share NONE = new Share(0);
  static final Share ALL = new Share(1);
  static final Share UNKNOWN = new Share(Double.NaN);

  private static final int SCALE = 6;

  boolean isKnown() {
    return !Double.isNaN(value);
  }

  /** This share of an amount, a part to six decimals; nothing if it is not known. */
  Optional<BigDecimal> of(BigDecimal amount) {
    if (value == 1) {
      return Optional.of(amount);
    }
    return isKnown()
        ? Optional.of(
            amount
                .multiply(BigDecimal.valueOf(value))
                .setScale(SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros())
        : Optional.empty();
  }
}
