package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What answers say of a holding whatever the question, without its record, as one number that is
 * never 0:
 *
 * <pre>
 *   0–9    types of its entries          14     whether the total is known
 *   10–11  movements with an open end    15     whether the total is here
 *   12     whether it is gone            16–19  decimals of the total
 *   13     whether something is wrong    20–27  number of its unit
 *   63     always set                    28–62  its digits
 * </pre>
 *
 * @param bits the number
 */
record HoldingMarks(long bits) {

  private static final int LOOSE_DISPATCHED = 1 << 10;
  private static final int LOOSE_RECEIVED = 1 << 11;
  private static final int GONE = 1 << 12;
  private static final int WRONG = 1 << 13;
  private static final int HAS_TOTAL = 1 << 14;
  private static final int HOLDS_TOTAL = 1 << 15;
  private static final int SCALE_SHIFT = 16;
  private static final int MAX_SCALE = 15;
  private static final int UNIT_SHIFT = 20;
  private static final int MAX_UNIT = 255;
  private static final int DIGITS_SHIFT = 28;
  private static final int DIGITS_BITS = 35;
  private static final long KNOWN = 1L << 63;

  /** The marks of a holding. */
  static HoldingMarks of(HoldingRecord record, Names names) {
    HoldingDigest digest = record.digest();
    long bits = KNOWN | record.types();
    bits |= record.hasLoose(EntryType.DISPATCHED) ? LOOSE_DISPATCHED : 0;
    bits |= record.hasLoose(EntryType.RECEIVED) ? LOOSE_RECEIVED : 0;
    bits |= digest.isGone() ? GONE : 0;
    bits |= digest.findings().isEmpty() ? 0 : WRONG;
    if (digest.total().isPresent()) {
      bits |= HAS_TOTAL | total(digest.total().get(), names);
    }
    return new HoldingMarks(bits);
  }

  /** A total, if it has room. */
  private static long total(Quantity total, Names names) {
    BigDecimal amount = total.amount().scale() < 0 ? total.amount().setScale(0) : total.amount();
    BigInteger digits = amount.unscaledValue();
    int unit = names.units().find(total.unit().code());
    boolean hasRoom =
        digits.signum() >= 0
            && digits.bitLength() <= DIGITS_BITS
            && amount.scale() <= MAX_SCALE
            && unit >= 0
            && unit <= MAX_UNIT;
    return hasRoom
        ? HOLDS_TOTAL
            | (long) amount.scale() << SCALE_SHIFT
            | (long) unit << UNIT_SHIFT
            | digits.longValueExact() << DIGITS_SHIFT
        : 0;
  }

  /** Whether an entry is of a type. */
  boolean has(EntryType type) {
    return (bits & type.bit()) != 0;
  }

  /** Whether there is a movement whose other end nobody names. */
  boolean hasLoose(EntryType movement) {
    return (bits & (movement == EntryType.DISPATCHED ? LOOSE_DISPATCHED : LOOSE_RECEIVED)) != 0;
  }

  /** Whether something was removed and nothing is known to be left. */
  boolean isGone() {
    return (bits & GONE) != 0;
  }

  /** Whether something is wrong with its records. */
  boolean hasFindings() {
    return (bits & WRONG) != 0;
  }

  /** Whether it needs a look at the record to say what came in. */
  boolean lacksTotal() {
    return (bits & (HAS_TOTAL | HOLDS_TOTAL)) == HAS_TOTAL;
  }

  /** All that came in, if it can be said in one unit and is not {@link #lacksTotal lacking}. */
  Optional<Quantity> total(Names names) {
    if ((bits & HOLDS_TOTAL) == 0) {
      return Optional.empty();
    }
    long digits = (bits & ~KNOWN) >>> DIGITS_SHIFT;
    BigDecimal amount = BigDecimal.valueOf(digits, (int) (bits >>> SCALE_SHIFT) & MAX_SCALE);
    Unit unit = Unit.of(names.units().get((int) (bits >>> UNIT_SHIFT) & MAX_UNIT));
    return Optional.of(new Quantity(amount, unit));
  }
}
