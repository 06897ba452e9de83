package io.foodsafety.rule.internal;

import com.google.common.math.LongMath;
import io.foodsafety.rule.Expr;

/**
 * Arithmetic on fractions. The interpreter rounds a quotient to 34 digits and goes on with that; a
 * fraction is exact. As long as numerators and denominators are small and few operations stand on
 * top of each other, both are on the same side of every bound and of every tie, unless the fraction
 * lies on it: then, if more was done than one division, the interpreter decides.
 *
 * <p>A fraction of a denominator below 2^31 that does not meet a bound of 9 digits, or a tie of
 * them, is more than 1/(2^31 · 2 · 10^9), about 2 · 10^-19, away from it. A division is rounded by
 * at most 5 · 10^-34 of its value: below 2^40 that is far less. An operation on two fractions at
 * most adds their relative errors, and its own; a difference multiplies them by up to 8, since one
 * that is less than a quarter of its operands is left to the interpreter. After five operations
 * that is less than 2 · 10^-29 of a value below 2^31, about 4 · 10^-20.
 */
final class FractionSteps {

  /** Digits after the point of a decimal that is compared with a fraction. */
  static final int MAX_SCALE = 9;

  /** Operations on top of each other. */
  static final int MAX_OPERATIONS = 5;

  private static final long MAX_QUOTIENT = 1L << 40;
  private static final long MAX_DERIVED = 1L << 31;
  private static final long MAX_DENOMINATOR = 1L << 31;

  private FractionSteps() {}

  /** Puts a fraction, if it is or can be made small enough. */
  static void put(Block block, Register out, int row, long numerator, long denominator) {
    long most = out.isDerived ? MAX_DERIVED : MAX_QUOTIENT;
    long num = numerator;
    long den = denominator;
    if (num == Long.MIN_VALUE || den <= 0) { // of a row that was left before
      leave(block, out, row);
      return;
    }
    if (Math.abs(num) >= most || den >= MAX_DENOMINATOR) {
      long divisor = LongMath.gcd(Math.abs(num), den);
      num /= divisor;
      den /= divisor;
    }
    if (Math.abs(num) >= most || den >= MAX_DENOMINATOR) {
      leave(block, out, row);
      return;
    }
    out.values[row] = num;
    out.denominators[row] = den;
  }

  private static void leave(Block block, Register out, int row) {
    block.leave(out.rows, row);
    out.values[row] = 0;
    out.denominators[row] = 1;
  }

  /** One decimal or fraction by another; unknown where the divisor is 0. */
  static void divide(Block block, Register left, Register right, Register out) {
    NumberSteps.mergeUnknown(left, right, out);
    for (int i = 0; i < out.rows.count(); i++) {
      long divisor = right.values[i];
      if (divisor == 0 || out.isUnknown(i)) {
        if (right.isDerived && !out.isUnknown(i)) {
          block.leave(out.rows, i); // what is 0 here may be 10^-34
        }
        out.putUnknown(i);
        continue;
      }
      long sign = divisor < 0 ? -1 : 1;
      product(
          block,
          out,
          i,
          left.values[i] * sign,
          right.denominator(i),
          left.denominator(i),
          divisor * sign);
    }
  }

  /** Puts a quotient of two products, the common power of ten of the denominators taken out. */
  private static void product(
      Block block, Register out, int row, long num, long num2, long den, long den2) {
    long common = LongMath.gcd(num2, den);
    long left = num2 / common;
    long right = den / common;
    if (Decimals.overflows(num, left) || Decimals.overflows(right, den2)) {
      leave(block, out, row);
    } else {
      put(block, out, row, num * left, right * den2);
    }
  }

  /** Arithmetic of which one operand at least is a fraction. */
  static void arithmetic(
      Block block, Expr.Operator operator, Register left, Register right, Register out) {
    if (operator == Expr.Operator.DIVIDE) {
      divide(block, left, right, out);
      return;
    }
    NumberSteps.mergeUnknown(left, right, out);
    for (int i = 0; i < out.rows.count(); i++) {
      if (out.isUnknown(i)) {
        out.putUnknown(i);
        continue;
      }
      long a = left.values[i];
      long b = right.values[i];
      long below = left.denominator(i);
      long belowRight = right.denominator(i);
      switch (operator) {
        case MULTIPLY -> {
          if (Decimals.overflows(a, b) || Decimals.overflows(below, belowRight)) {
            leave(block, out, i);
          } else {
            put(block, out, i, a * b, below * belowRight);
          }
        }
        case LEAST, GREATEST -> {
          boolean isLess = Decimals.compare(a, below, b, belowRight) < 0;
          boolean takesLeft = isLess == (operator == Expr.Operator.LEAST);
          put(block, out, i, takesLeft ? a : b, takesLeft ? below : belowRight);
        }
        default -> sum(block, out, i, a, below, operator == Expr.Operator.ADD ? b : -b, belowRight);
      }
    }
  }

  private static void sum(
      Block block, Register out, int row, long a, long below, long b, long belowRight) {
    boolean sameBelow = below == belowRight;
    long left = sameBelow ? 1 : belowRight;
    long right = sameBelow ? 1 : below;
    if (Decimals.overflows(a, left)
        || Decimals.overflows(b, right)
        || Decimals.overflows(below, left)
        || Decimals.overflows(a * left, 2)
        || Decimals.overflows(b * right, 2)) {
      leave(block, out, row);
    } else {
      long sum = a * left + b * right;
      long greater = Math.max(Math.abs(a * left), Math.abs(b * right));
      if (Math.abs(sum) < greater / 4 || (sum == 0 && greater > 0)) {
        leave(block, out, row);
      } else {
        put(block, out, row, sum, below * left);
      }
    }
  }

  /** Compares two numbers, one a fraction at least; whether it cannot be told is told the block. */
  static int compare(Block block, Register left, Register right, int row) {
    int order =
        Decimals.compare(
            left.values[row], left.denominator(row), right.values[row], right.denominator(row));
    if (order == 0 && (left.isDerived || right.isDerived)) {
      block.leave(left.rows, row);
    }
    return order;
  }

  /** Rounds to a decimal, half up. */
  static void round(Block block, Register in, Register out) {
    long factor = Decimals.power(out.scale);
    NumberSteps.mergeUnknown(in, in, out);
    for (int i = 0; i < out.rows.count(); i++) {
      long dividend = in.values[i] * factor;
      long divisor = in.denominators[i];
      if (Decimals.overflows(in.values[i], factor)
          || (in.isDerived && Decimals.isTie(dividend, divisor))) {
        block.leave(out.rows, i);
      }
      out.values[i] = Decimals.divideHalfUp(dividend, divisor);
    }
  }
}
