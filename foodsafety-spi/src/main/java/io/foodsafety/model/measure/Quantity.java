package io.foodsafety.model.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * An amount with its unit. Two quantities are equal if amount (whatever its trailing zeros) and
 * unit are equal.
 *
 * @param amount the amount; may be negative
 * @param unit the unit
 */
public record Quantity(BigDecimal amount, Unit unit) {

  /** Removes trailing zeros, so that 1.0 and 1 are equal. */
  public Quantity {
    Objects.requireNonNull(unit, "unit");
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  /**
   * A quantity.
   *
   * @param amount a decimal number
   * @param unit the unit
   * @return the quantity
   * @throws NumberFormatException if the amount is not a decimal number
   */
  public static Quantity of(String amount, Unit unit) {
    return new Quantity(new BigDecimal(amount), unit);
  }

  /**
   * Whether both measure the same and can be added.
   *
   * @param other another quantity
   * @return true for equal units, and for known units of one dimension (temperatures excepted)
   */
  public boolean isCompatible(Quantity other) {
    return canConvert(unit, other.unit);
  }

  /**
   * The same amount in another unit, exact where a decimal can express it, else to 34 digits.
   *
   * @param target the unit wanted
   * @return the quantity
   * @throws IllegalArgumentException if the units are not of one known dimension
   */
  public Quantity to(Unit target) {
    if (unit.equals(target)) {
      return this;
    }
    if (!canConvert(unit, target)) {
      throw new IllegalArgumentException(
          "The unit (%s) cannot be converted into (%s).".formatted(unit, target));
    }
    return new Quantity(
        amount.multiply(unit.factor()).divide(target.factor(), MathContext.DECIMAL128), target);
  }

  /**
   * The sum, in this quantity's unit.
   *
   * @param other a compatible quantity
   * @return the sum
   * @throws IllegalArgumentException if the units are not of one known dimension
   */
  public Quantity plus(Quantity other) {
    return new Quantity(amount.add(other.to(unit).amount), unit);
  }

  private static boolean canConvert(Unit from, Unit to) {
    return from.equals(to)
        || (from.dimension().isPresent() && from.dimension().equals(to.dimension()));
  }

  /** {@return amount and unit code, such as {@code 1.5 KGM}} */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + unit;
  }
}
