package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;
import java.math.BigDecimal;

/** How large a part of a record may be. */
public final class Limits {

  /** Most bytes of a line. */
  public static final int MAX_LINE = 8 << 20;

  /** Deepest nesting of objects and lists. */
  public static final int MAX_DEPTH = 32;

  /** Most characters of a name of a business. */
  public static final int MAX_NAME = 500;

  /** Most characters of an address. */
  static final int MAX_ADDRESS = 500;

  /** Most characters of a telephone number. */
  static final int MAX_TELEPHONE = 64;

  /** Most characters of a text. */
  public static final int MAX_TEXT = 10_000;

  /** Most licences of a business, codes of a list, or dated values of an attribute. */
  static final int MAX_LIST = 1_000;

  /** Most telephone numbers of a business. */
  static final int MAX_TELEPHONES = 20;

  /** Most references of a fact. */
  static final int MAX_REFS = 100;

  /** Most lots and containers in one list of a trace event. */
  static final int MAX_ITEMS = 10_000;

  private Limits() {}

  /**
   * Whether a number has at most {@value AttributeValue#MAX_DIGITS} digits before and after the
   * point; decided without writing it out.
   *
   * @param number any number
   * @return true if {@link AttributeValue.Decimal} takes it
   */
  public static boolean admits(BigDecimal number) {
    if (number.signum() == 0) {
      return true;
    }
    if ((long) number.precision() - number.scale() > AttributeValue.MAX_DIGITS) {
      return false;
    }
    return number.scale() <= AttributeValue.MAX_DIGITS
        || number.stripTrailingZeros().scale() <= AttributeValue.MAX_DIGITS;
  }
}
