package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;

/** Conditions: comparisons, and what joins them, three-valued. */
final class LogicSteps {

  private LogicSteps() {}

  /** Compares two registers of one type, decimals of one scale. */
  static Block.Step compare(
      Block block, Expr.Comparison comparison, Register left, Register right, Register out) {
    if (left.isBool()) {
      return () -> equalBits(comparison == Expr.Comparison.EQ, left, right, out);
    }
    if (left.isFraction || right.isFraction) {
      return () -> fractions(block, comparison, left, right, out);
    }
    return switch (comparison) {
      case EQ -> () -> equal(left, right, out, 0);
      case NE -> () -> equal(left, right, out, -1L);
      case LT -> () -> less(left, right, out, 0);
      case GE -> () -> less(left, right, out, -1L);
      case GT -> () -> less(right, left, out, 0);
      case LE -> () -> less(right, left, out, -1L);
    };
  }

  private static void equalBits(boolean equal, Register left, Register right, Register out) {
    long flip = equal ? -1L : 0;
    for (int word = 0; word < Bits.words(out.rows.count()); word++) {
      out.bits[word] = left.bits[word] ^ right.bits[word] ^ flip;
    }
    settle(left, right, out);
  }

  private static void equal(Register left, Register right, Register out, long flip) {
    long[] a = left.values;
    long[] b = right.values;
    int count = out.rows.count();
    for (int begin = 0; begin < count; begin += 64) {
      long word = 0;
      int end = Math.min(count, begin + 64);
      for (int i = begin; i < end; i++) {
        word |= (a[i] == b[i] ? 1L : 0L) << i;
      }
      out.bits[begin >>> 6] = word ^ flip;
    }
    settle(left, right, out);
  }

  private static void less(Register left, Register right, Register out, long flip) {
    long[] a = left.values;
    long[] b = right.values;
    int count = out.rows.count();
    for (int begin = 0; begin < count; begin += 64) {
      long word = 0;
      int end = Math.min(count, begin + 64);
      for (int i = begin; i < end; i++) {
        word |= (a[i] < b[i] ? 1L : 0L) << i;
      }
      out.bits[begin >>> 6] = word ^ flip;
    }
    settle(left, right, out);
  }

  private static void fractions(
      Block block, Expr.Comparison comparison, Register left, Register right, Register out) {
    out.clear();
    NumberSteps.mergeUnknown(left, right, out);
    for (int i = 0; i < out.rows.count(); i++) {
      if (!out.isUnknown(i)) {
        int order = FractionSteps.compare(block, left, right, i);
        boolean holds =
            switch (comparison) {
              case EQ -> order == 0;
              case NE -> order != 0;
              case LT -> order < 0;
              case LE -> order <= 0;
              case GT -> order > 0;
              case GE -> order >= 0;
            };
        out.put(i, holds ? 1 : 0);
      }
    }
  }

  /** What is unknown is not true. */
  private static void settle(Register left, Register right, Register out) {
    NumberSteps.mergeUnknown(left, right, out);
    if (out.mayBeUnknown) {
      for (int word = 0; word < Bits.words(out.rows.count()); word++) {
        out.bits[word] &= ~out.unknown[word];
      }
    }
  }

  static void join(Expr.Junction junction, Register[] operands, Register out) {
    boolean decisive = junction != Expr.Junction.ALL;
    for (int word = 0; word < Bits.words(out.rows.count()); word++) {
      long decided = 0;
      long open = 0;
      for (Register operand : operands) {
        long unknown = operand.unknownWord(word);
        decided |= decisive ? operand.bits[word] : ~operand.bits[word] & ~unknown;
        open |= unknown;
      }
      open &= ~decided;
      out.bits[word] = junction == Expr.Junction.ANY ? decided : ~decided & ~open;
      if (out.mayBeUnknown) {
        out.unknown[word] = open;
      }
    }
  }

  static void known(Register of, Register out) {
    for (int word = 0; word < Bits.words(out.rows.count()); word++) {
      out.bits[word] = ~of.unknownWord(word);
    }
  }

  /** One of two values; numbers are of one scale, and fractions if one of them is. */
  static void choose(Register condition, Register then, Register otherwise, Register out) {
    int words = Bits.words(out.rows.count());
    for (int word = 0; word < words; word++) {
      long yes = condition.bits[word];
      long open = condition.unknownWord(word);
      if (out.isBool()) {
        out.bits[word] = (yes & then.bits[word]) | (~yes & ~open & otherwise.bits[word]);
      }
      if (out.mayBeUnknown) {
        out.unknown[word] =
            open | (yes & then.unknownWord(word)) | (~yes & otherwise.unknownWord(word));
      }
    }
    pick(condition.bits, then, otherwise, out);
  }

  /** The first of two values that is known. */
  static void orElse(Register first, Register second, Register out) {
    int words = Bits.words(out.rows.count());
    for (int word = 0; word < words; word++) {
      long open = first.unknown[word];
      if (out.isBool()) {
        out.bits[word] = first.bits[word] | (open & second.bits[word]);
      }
      if (out.mayBeUnknown) {
        out.unknown[word] = open & second.unknownWord(word);
      }
    }
    pick(first.unknown, second, first, out);
  }

  private static void pick(long[] where, Register whereSet, Register elsewhere, Register out) {
    if (out.isBool()) {
      return;
    }
    int count = out.rows.count();
    if (!out.isFraction) {
      System.arraycopy(elsewhere.values, 0, out.values, 0, count);
      put(where, whereSet.values, out.values, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      Register taken = Bits.get(where, i) ? whereSet : elsewhere;
      out.values[i] = taken.values[i];
      out.denominators[i] = taken.denominator(i);
    }
  }

  /** Puts values where bits are set. */
  private static void put(long[] where, long[] values, long[] into, int count) {
    for (int word = 0; word < Bits.words(count); word++) {
      for (long rest = where[word]; rest != 0; rest &= rest - 1) {
        int i = (word << 6) + Long.numberOfTrailingZeros(rest);
        if (i < count) {
          into[i] = values[i];
        }
      }
    }
  }

  /** Whether a list of words, by its number, holds a text, by its number. */
  static void in(Dictionary dictionary, Register text, Register words, Register out) {
    out.clear();
    NumberSteps.mergeUnknown(text, words, out);
    for (int i = 0; i < out.rows.count(); i++) {
      if (!out.isUnknown(i)
          && dictionary
              .words((int) words.values[i])
              .contains(dictionary.text((int) text.values[i]))) {
        out.put(i, 1);
      }
    }
  }

  /** Whether a list of words holds a text that never changes. */
  static void inOne(ListMembership membership, Register words, Register out) {
    membership.holds(words, out.bits);
    settle(words, words, out);
  }

  /** Whether a list of words that never changes holds a text. */
  static void inConstant(long[] codes, Register text, Register out) {
    int count = out.rows.count();
    for (int begin = 0; begin < count; begin += 64) {
      long word = 0;
      int end = Math.min(count, begin + 64);
      for (int i = begin; i < end; i++) {
        long value = text.values[i];
        long found = 0;
        for (long code : codes) {
          found |= code == value ? 1L : 0L;
        }
        word |= found << i;
      }
      out.bits[begin >>> 6] = word;
    }
    settle(text, text, out);
  }
}
