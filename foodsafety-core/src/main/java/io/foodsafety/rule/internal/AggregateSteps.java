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
      for (int asker = 0; asker < out.rows.count(); asker++) {
        if (chosen.gather(asker)) {
          if (sliding.isPresent()) {
            slide(chosen, fold, sliding.get());
          } else {
            fold.fold(chosen.rows(), 0, chosen.count());
          }
        } else {
          fold.setUnknown();
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
      if (out.mayBeUnknown) {
        Arrays.fill(out.unknown, 0);
        markUnknown(chosen, out);
      }
      step.run();
    };
  }

  /** Unknown where it cannot be told which facts are meant. */
  private static void markUnknown(Chosen chosen, Register out) {
    Register mask = chosen.mask();
    Rows facts = chosen.facts();
    if (mask.mayBeUnknown && Bits.any(mask.unknown, 0, facts.count())) {
      for (int i = 0; i < out.rows.count(); i++) {
        if (Bits.any(mask.unknown, facts.begin(i), facts.end(i))) {
          Bits.set(out.unknown, i);
        }
      }
    }
  }

  private static void count(Chosen chosen, Register out) {
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    int begin = 0;
    for (int i = 0; i < out.rows.count(); i++) {
      int end = facts.end(i);
      out.values[i] = Bits.count(mask, begin, end);
      begin = end;
    }
  }

  private static void daysSince(Chosen chosen, Register out) {
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    int today = chosen.today();
    for (int i = 0; i < out.rows.count(); i++) {
      int last = Bits.last(mask, facts.begin(i), facts.end(i));
      if (last < 0) {
        out.putUnknown(i);
      } else {
        out.values[i] = (long) today - chosen.day(last);
      }
    }
  }

  private static void sum(Block block, Chosen chosen, Register of, Register out) {
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    for (int i = 0; i < out.rows.count(); i++) {
      int end = facts.end(i);
      long sum = 0;
      boolean overflows = false;
      boolean isUnknown = false;
      for (int row = Bits.next(mask, facts.begin(i), end);
          row < end;
          row = Bits.next(mask, row + 1, end)) {
        long value = of.values[row];
        long next = sum + value;
        overflows |= ((sum ^ next) & (value ^ next)) < 0;
        isUnknown |= of.isUnknown(row);
        sum = next;
      }
      out.values[i] = sum;
      if (isUnknown) {
        out.putUnknown(i);
      } else if (overflows) {
        block.leave(out.rows, i);
      }
    }
  }

  private static void extreme(Chosen chosen, Register of, Register out, boolean greatest) {
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    for (int i = 0; i < out.rows.count(); i++) {
      int end = facts.end(i);
      int row = Bits.next(mask, facts.begin(i), end);
      boolean isUnknown = row == end;
      long best = greatest ? Long.MIN_VALUE : Long.MAX_VALUE;
      for (; row < end; row = Bits.next(mask, row + 1, end)) {
        long value = of.values[row];
        isUnknown |= of.isUnknown(row);
        best = greatest ? Math.max(best, value) : Math.min(best, value);
      }
      out.values[i] = best;
      if (isUnknown) {
        out.putUnknown(i);
      }
    }
  }

  private static void oneOf(Chosen chosen, Register of, Register out, boolean last) {
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    for (int i = 0; i < out.rows.count(); i++) {
      int end = facts.end(i);
      int row = last ? Bits.last(mask, facts.begin(i), end) : Bits.next(mask, facts.begin(i), end);
      if (row < 0 || row == end || of.isUnknown(row)) {
        out.putUnknown(i);
      } else {
        out.values[i] = of.values[row];
      }
    }
  }
}
