package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;
import java.util.function.LongBinaryOperator;

/** Arithmetic on decimals, exact: where 64 bits are too few, the interpreter decides. */
final class NumberSteps {

  private NumberSteps() {}

  /** Unknown where one of two registers is. */
  static void mergeUnknown(Register left, Register right, Register out) {
    if (!out.mayBeUnknown) {
      return;
    }
    for (int word = 0; word < Bits.words(out.rows.count()); word++) {
      out.unknown[word] = left.unknownWord(word) | right.unknownWord(word);
    }
  }

  /** Numbers of one scale, for a product of any two. */
  static Block.Step arithmetic(
      Block block, Expr.Operator operator, Register left, Register right, Register out) {
    return switch (operator) {
      case ADD -> () -> add(block, left, right, out);
      case SUBTRACT -> () -> subtract(block, left, right, out);
      case MULTIPLY ->
          left.isConstant
              ? () -> multiply(block, right, left.constant(), out)
              : right.isConstant
                  ? () -> multiply(block, left, right.constant(), out)
                  : () -> multiply(block, left, right, out);
      case LEAST -> () -> each(Math::min, left, right, out);
      case GREATEST -> () -> each(Math::max, left, right, out);
      case DIVIDE -> () -> FractionSteps.divide(block, left, right, out);
    };
  }

  private static void add(Block block, Register left, Register right, Register out) {
    long[] a = left.values;
    long[] b = right.values;
    long[] sums = out.values;
    int count = out.rows.count();
    long overflow = 0;
    for (int i = 0; i < count; i++) {
      long sum = a[i] + b[i];
      overflow |= (a[i] ^ sum) & (b[i] ^ sum);
      sums[i] = sum;
    }
    mergeUnknown(left, right, out);
    for (int i = 0; overflow < 0 && i < count; i++) {
      if (((a[i] ^ sums[i]) & (b[i] ^ sums[i])) < 0 && !out.isUnknown(i)) {
        block.leave(out.rows, i);
      }
    }
  }

  private static void subtract(Block block, Register left, Register right, Register out) {
    long[] a = left.values;
    long[] b = right.values;
    long[] rests = out.values;
    int count = out.rows.count();
    long overflow = 0;
    for (int i = 0; i < count; i++) {
      long rest = a[i] - b[i];
      overflow |= (a[i] ^ b[i]) & (a[i] ^ rest);
      rests[i] = rest;
    }
    mergeUnknown(left, right, out);
    for (int i = 0; overflow < 0 && i < count; i++) {
      if (((a[i] ^ b[i]) & (a[i] ^ rests[i])) < 0 && !out.isUnknown(i)) {
        block.leave(out.rows, i);
      }
    }
  }

  private static void multiply(Block block, Register left, Register right, Register out) {
    for (int i = 0; i < out.rows.count(); i++) {
      if (Decimals.overflows(left.values[i], right.values[i])) {
        block.leave(out.rows, i);
      }
      out.values[i] = left.values[i] * right.values[i];
    }
    mergeUnknown(left, right, out);
  }

  private static void each(
      LongBinaryOperator operator, Register left, Register right, Register out) {
    for (int i = 0; i < out.rows.count(); i++) {
      out.values[i] = operator.applyAsLong(left.values[i], right.values[i]);
    }
    mergeUnknown(left, right, out);
  }

  /** The same numbers in a finer scale. */
  static void rescale(Block block, Register in, Register out) {
    multiply(block, in, Decimals.power(out.scale - in.scale), out);
  }

  private static void multiply(Block block, Register in, long factor, Register out) {
    long[] from = in.values;
    long[] to = out.values;
    int count = out.rows.count();
    long most = factor == 0 ? Long.MAX_VALUE : Long.MAX_VALUE / Math.abs(factor);
    boolean overflow = false;
    for (int i = 0; i < count; i++) {
      overflow |= from[i] > most || from[i] < -most;
      to[i] = from[i] * factor;
    }
    mergeUnknown(in, in, out);
    for (int i = 0; overflow && i < count; i++) {
      if ((from[i] > most || from[i] < -most) && !out.isUnknown(i)) {
        block.leave(out.rows, i);
      }
    }
  }

  /** Rounds to a coarser scale, half up. */
  static void round(Register in, Register out) {
    long divisor = Decimals.power(in.scale - out.scale);
    for (int i = 0; i < out.rows.count(); i++) {
      out.values[i] = Decimals.divideHalfUp(in.values[i], divisor);
    }
    mergeUnknown(in, in, out);
  }
}
