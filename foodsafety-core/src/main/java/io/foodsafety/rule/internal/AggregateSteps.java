package io.foodsafety.rule.internal;

import io.foodsafety.rule.Aggregate;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;

/** Aggregates over the facts of each asker: the common ones over the mask, the others by folds. */
final class AggregateSteps {

  private AggregateSteps() {}

  /** A step that folds; for a sliding window, over the period with the highest result. */
  static Block.Step fold(
      Block block, Chosen chosen, Fold fold, Optional<Period> sliding, Register out) {
    return () -> {
      out.clear();
      chosen.begin();
      fold.fold(chosen.rows(), 0, 0);
      long ofNone = fold.value;
      boolean isUnknown = fold.isUnknown;
      boolean isSimple = isUnknown || (!fold.isUndecided && !out.isFraction);
      for (int asker = 0; asker < out.rows.count(); asker++) {
        boolean isKnown = chosen.gather(asker);
        if (isKnown && isSimple && chosen.count() == 0) {
          if (isUnknown) {
            out.putUnknown(asker);
          } else {
            out.put(asker, ofNone);
          }
          continue;
        }
        if (!isKnown) {
          fold.setUnknown();
        } else if (sliding.isPresent() && chosen.count() > 0) {
          slide(chosen, fold, sliding.get());
        } else {
          fold.fold(chosen.rows(), 0, chosen.count());
        }
        put(block, fold, out, asker);
      }
    };
  }

  private static void put(Block block, Fold fold, Register out, int asker) {
    if (fold.isUndecided) {
      block.leave(out.rows, asker);
      fold.set(0);
    }
    if (fold.isUnknown) {
      out.putUnknown(asker);
    } else if (out.isFraction) {
      FractionSteps.put(block, out, asker, fold.value, fold.denominator);
    } else {
      out.put(asker, fold.value);
    }
  }

  private static void slide(Chosen chosen, Fold fold, Period length) {
    boolean isFirst = true;
    long best = 0;
    long bestBelow = 1;
    for (int begin = 0; begin < chosen.count(); begin++) {
      int day = chosen.day(chosen.rows()[begin]);
      if (begin > 0 && chosen.day(chosen.rows()[begin - 1]) == day) {
        continue;
      }
      long over = LocalDate.ofEpochDay(day).plus(length).toEpochDay();
      int end = begin;
      while (end < chosen.count() && chosen.day(chosen.rows()[end]) < over) {
        end++;
      }
      fold.fold(chosen.rows(), begin, end);
      if (fold.isUnknown || fold.isUndecided) {
        return;
      }
      if (isFirst || Decimals.compare(fold.value, fold.denominator, best, bestBelow) >= 0) {
        best = fold.value;
        bestBelow = fold.denominator;
        isFirst = false;
      }
    }
    if (isFirst) {
      fold.fold(chosen.rows(), 0, 0);
    } else {
      fold.set(best, bestBelow);
    }
  }

  /** Whether there is a step over the mask alone. */
  static boolean isOverMask(Aggregate aggregate, Chosen chosen, Optional<Register> of) {
    return chosen.isByMask()
        && switch (aggregate) {
          case COUNT, DAYS_SINCE -> true;
          case SUM, MAX, MIN, LATEST, FIRST ->
              of.map(register -> !register.isFraction && !register.isBool()).orElse(false);
          case MEAN, DISTINCT -> false;
        };
  }

  static Block.Step overMask(
      Block block, Aggregate aggregate, Chosen chosen, Optional<Register> of, Register out) {
    Block.Step step =
        switch (aggregate) {
          case COUNT -> () -> count(chosen, out);
          case DAYS_SINCE -> () -> daysSince(chosen, out);
          case SUM -> () -> sum(block, chosen, of.orElseThrow(), out);
          case MAX -> () -> extreme(chosen, of.orElseThrow(), out, true);
          case MIN -> () -> extreme(chosen, of.orElseThrow(), out, false);
          case LATEST -> () -> oneOf(chosen, of.orElseThrow(), out, true);
          case FIRST -> () -> oneOf(chosen, of.orElseThrow(), out, false);
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
    long[] mask = chosen.mask().bits;
    long[] values = of.values;
    Rows facts = chosen.facts();
    for (int subject = 0; subject < out.rows.count(); subject++) {
      long total = 0;
      long overflow = 0;
      int end = facts.end(subject);
      for (int row = facts.begin(subject); row < end; row++) {
        long value = values[row] & -((mask[row >>> 6] >>> row) & 1);
        long sum = total + value;
        overflow |= (total ^ sum) & (value ^ sum);
        total = sum;
      }
      if (overflow < 0) {
        block.leave(out.rows, subject);
      }
      out.values[subject] = total;
    }
    markUnknownValues(chosen, of, out);
  }

  private static void daysSince(Chosen chosen, Register out) {
    clearUnknown(out);
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    int today = chosen.today();
    for (int subject = 0; subject < out.rows.count(); subject++) {
      int row = Bits.last(mask, facts.begin(subject), facts.end(subject));
      if (row < 0) {
        out.putUnknown(subject);
      } else {
        out.values[subject] = (long) today - chosen.day(row);
      }
    }
  }

  private static void extreme(Chosen chosen, Register of, Register out, boolean greatest) {
    clearUnknown(out);
    long[] mask = chosen.mask().bits;
    long[] values = of.values;
    long none = greatest ? Long.MIN_VALUE : Long.MAX_VALUE; // no number comes near it
    Rows facts = chosen.facts();
    for (int subject = 0; subject < out.rows.count(); subject++) {
      long found = none;
      int end = facts.end(subject);
      for (int begin = facts.begin(subject); begin < end; begin += Long.SIZE) {
        for (long rest = Bits.slice(mask, begin, end); rest != 0; rest &= rest - 1) {
          long value = values[begin + Long.numberOfTrailingZeros(rest)];
          found = greatest ? Math.max(found, value) : Math.min(found, value);
        }
      }
      if (found == none) {
        out.putUnknown(subject);
      } else {
        out.values[subject] = found;
      }
    }
    markUnknownValues(chosen, of, out);
  }

  private static void oneOf(Chosen chosen, Register of, Register out, boolean last) {
    clearUnknown(out);
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    for (int subject = 0; subject < out.rows.count(); subject++) {
      int begin = facts.begin(subject);
      int end = facts.end(subject);
      int row = last ? Bits.last(mask, begin, end) : Bits.next(mask, begin, end);
      if (row < begin || row == end || of.isUnknown(row)) {
        out.putUnknown(subject);
      } else {
        out.values[subject] = of.values[row];
      }
    }
  }
}
