package io.foodsafety.rule.internal;

import io.foodsafety.rule.Aggregate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The common aggregates, of the facts that a mask means: nobody looks at the facts of one subject
 * after the other, but at the bits that are set. Where that cannot be, there are {@link FoldSteps}.
 */
final class MaskSteps {

  private MaskSteps() {}

  /** Whether there is such a step. */
  static boolean suits(Aggregate aggregate, Chosen chosen, Optional<Register> of) {
    return chosen.isByMask()
        && switch (aggregate) {
          case COUNT, DAYS_SINCE -> true;
          case SUM, MAX, MIN, LATEST, FIRST ->
              of.map(register -> !register.isFraction && !register.isBool()).orElse(false);
          case MEAN, DISTINCT -> false;
        };
  }

  static Block.Step of(
      Block block, Aggregate aggregate, Chosen chosen, Optional<Register> of, Register out) {
    int[] rows = new int[Block.SUBJECTS];
    Block.Step step =
        switch (aggregate) {
          case COUNT -> () -> count(chosen, out);
          case DAYS_SINCE -> () -> daysSince(chosen, rows, out);
          case SUM -> () -> sum(block, chosen, of.orElseThrow(), out);
          case MAX -> () -> extreme(block, chosen, of.orElseThrow(), out, true);
          case MIN -> () -> extreme(block, chosen, of.orElseThrow(), out, false);
          case LATEST -> () -> oneOf(chosen, of.orElseThrow(), rows, out, true);
          case FIRST -> () -> oneOf(chosen, of.orElseThrow(), rows, out, false);
          case MEAN, DISTINCT -> throw new IllegalArgumentException(aggregate.code());
        };
    return () -> {
      step.run();
      markUnknown(chosen, out);
    };
  }

  /** Unknown where it cannot be told which facts are meant. */
  private static void markUnknown(Chosen chosen, Register out) {
    Rows facts = chosen.facts();
    for (int word = 0; chosen.mask().mayBeUnknown && word < Bits.words(facts.count()); word++) {
      markOwners(facts, word, chosen.mask().unknown[word], out);
    }
  }

  /** Unknown where one of the facts chosen has no value. */
  private static void markUnknownValues(Chosen chosen, Register of, Register out) {
    Rows facts = chosen.facts();
    long[] mask = chosen.mask().bits;
    for (int word = 0; of.mayBeUnknown && word < Bits.words(facts.count()); word++) {
      markOwners(facts, word, mask[word] & of.unknown[word], out);
    }
  }

  /** Unknown for the subjects of some of 64 facts. */
  private static void markOwners(Rows facts, int word, long marked, Register out) {
    for (long rest = marked; rest != 0; rest &= rest - 1) {
      int row = (word << 6) + Long.numberOfTrailingZeros(rest);
      if (row < facts.count()) {
        Bits.set(out.unknown, facts.subjectOf(row));
      }
    }
  }

  private static void clearUnknown(Register out) {
    if (out.mayBeUnknown) {
      Arrays.fill(out.unknown, 0, Bits.words(out.rows.count()), 0);
    }
  }

  private static void count(Chosen chosen, Register out) {
    clearUnknown(out);
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    for (int subject = 0; subject < out.rows.count(); subject++) {
      out.values[subject] = Bits.count(mask, facts.begin(subject), facts.end(subject));
    }
  }

  private static void sum(Block block, Chosen chosen, Register of, Register out) {
    clearUnknown(out);
    long[] sums = out.values;
    Arrays.fill(sums, 0, out.rows.count(), 0);
    int[] owners = chosen.facts().owners();
    int count = chosen.facts().count();
    for (int word = 0; word < Bits.words(count); word++) {
      for (long rest = Bits.within(chosen.mask().bits, word, count); rest != 0; rest &= rest - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(rest);
        int subject = owners[row];
        long before = sums[subject];
        long sum = before + of.values[row];
        sums[subject] = sum;
        if (((before ^ sum) & (of.values[row] ^ sum)) < 0) {
          block.leave(out.rows, subject);
        }
      }
    }
    markUnknownValues(chosen, of, out);
  }

  private static void extreme(
      Block block, Chosen chosen, Register of, Register out, boolean greatest) {
    long none = greatest ? Long.MIN_VALUE : Long.MAX_VALUE;
    long[] found = out.values;
    Arrays.fill(found, 0, out.rows.count(), none);
    int[] owners = chosen.facts().owners();
    int count = chosen.facts().count();
    for (int word = 0; word < Bits.words(count); word++) {
      for (long rest = Bits.within(chosen.mask().bits, word, count); rest != 0; rest &= rest - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(rest);
        int subject = owners[row];
        long value = of.values[row];
        if (value == none) {
          block.leave(out.rows, subject);
        }
        found[subject] =
            greatest ? Math.max(found[subject], value) : Math.min(found[subject], value);
      }
    }
    int subjects = out.rows.count();
    for (int begin = 0; begin < subjects; begin += Long.SIZE) {
      long open = 0;
      for (int subject = begin; subject < Math.min(subjects, begin + Long.SIZE); subject++) {
        boolean isNone = found[subject] == none;
        open |= (isNone ? 1L : 0L) << subject;
        found[subject] = isNone ? 0 : found[subject];
      }
      out.unknown[begin >>> 6] = open;
    }
    markUnknownValues(chosen, of, out);
  }

  private static void daysSince(Chosen chosen, int[] rows, Register out) {
    if (!findRows(chosen, true, rows, out)) {
      return;
    }
    long today = chosen.today();
    for (int subject = 0; subject < out.rows.count(); subject++) {
      out.values[subject] = today - chosen.day(rows[subject]);
    }
  }

  private static void oneOf(Chosen chosen, Register of, int[] rows, Register out, boolean last) {
    if (!findRows(chosen, last, rows, out)) {
      return;
    }
    for (int subject = 0; subject < out.rows.count(); subject++) {
      out.values[subject] = of.values[rows[subject]];
    }
    for (int subject = 0; of.mayBeUnknown && subject < out.rows.count(); subject++) {
      out.unknown[subject >>> 6] |= (of.isUnknown(rows[subject]) ? 1L : 0L) << subject;
    }
  }

  /**
   * Finds the first or the last row chosen of each subject. Who has none is unknown, and gets some
   * row; false if there is no row at all.
   */
  private static boolean findRows(Chosen chosen, boolean last, int[] into, Register out) {
    Rows facts = chosen.facts();
    if (facts.count() == 0) {
      out.fillUnknown();
      return false;
    }
    long[] mask = chosen.mask().bits;
    int most = facts.count() - 1;
    int[] ends = facts.ends();
    int first = 0;
    int subjects = out.rows.count();
    for (int begin = 0; begin < subjects; begin += Long.SIZE) {
      long open = 0;
      for (int subject = begin; subject < Math.min(subjects, begin + Long.SIZE); subject++) {
        int end = ends[subject];
        int row = last ? Bits.last(mask, first, end) : Bits.first(mask, first, end);
        int isNone = ((row - first) | (end - 1 - row)) >>> 31;
        open |= (long) isNone << subject;
        into[subject] = Math.max(0, Math.min(row, most));
        first = end;
      }
      out.unknown[begin >>> 6] = open;
    }
    return true;
  }
}
