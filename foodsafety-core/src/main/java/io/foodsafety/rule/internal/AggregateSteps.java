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
      step.run();
      markUnknown(chosen, out);
    };
  }

  /** Unknown where it cannot be told which facts are meant. */
  private static void markUnknown(Chosen chosen, Register out) {
    Register mask = chosen.mask();
    Rows facts = chosen.facts();
    if (mask.mayBeUnknown) {
      int row = Bits.next(mask.unknown, 0, facts.count());
      while (row < facts.count()) {
        Bits.set(out.unknown, facts.owners()[row]);
        row = Bits.next(mask.unknown, row + 1, facts.count());
      }
    }
  }

  private static void clearUnknown(Register out) {
    if (out.mayBeUnknown) {
      Arrays.fill(out.unknown, 0, Bits.words(out.rows.count()), 0);
    }
  }

  /** The facts chosen of 64, beyond the last one none. */
  private static long word(long[] mask, int word, int count) {
    int rest = count - (word << 6);
    return rest >= 64 ? mask[word] : mask[word] & ~(-1L << rest);
  }

  private static void count(Chosen chosen, Register out) {
    clearUnknown(out);
    long[] mask = chosen.mask().bits;
    long[] counts = out.values;
    Rows facts = chosen.facts();
    Arrays.fill(counts, 0, out.rows.count(), 0);
    int[] owners = facts.owners();
    for (int word = 0; word < Bits.words(facts.count()); word++) {
      for (long rest = word(mask, word, facts.count()); rest != 0; rest &= rest - 1) {
        counts[owners[(word << 6) + Long.numberOfTrailingZeros(rest)]]++;
      }
    }
  }

  private static void sum(Block block, Chosen chosen, Register of, Register out) {
    clearUnknown(out);
    long[] mask = chosen.mask().bits;
    long[] sums = out.values;
    Rows facts = chosen.facts();
    Arrays.fill(sums, 0, out.rows.count(), 0);
    int[] owners = facts.owners();
    for (int word = 0; word < Bits.words(facts.count()); word++) {
      for (long rest = word(mask, word, facts.count()); rest != 0; rest &= rest - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(rest);
        int owner = owners[row];
        long value = of.values[row];
        long sum = sums[owner] + value;
        if (((sums[owner] ^ sum) & (value ^ sum)) < 0) {
          block.leave(out.rows, owner);
        }
        sums[owner] = sum;
        if (of.isUnknown(row)) {
          Bits.set(out.unknown, owner);
        }
      }
    }
  }

  private static void daysSince(Chosen chosen, Register out) {
    Bits.fill(out.unknown, 0, out.rows.count());
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    int[] owners = facts.owners();
    int today = chosen.today();
    for (int word = 0; word < Bits.words(facts.count()); word++) {
      for (long rest = word(mask, word, facts.count()); rest != 0; rest &= rest - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(rest);
        Bits.unset(out.unknown, owners[row]);
        out.values[owners[row]] = (long) today - chosen.day(row);
      }
    }
  }

  private static void extreme(Chosen chosen, Register of, Register out, boolean greatest) {
    Bits.fill(out.unknown, 0, out.rows.count());
    long[] mask = chosen.mask().bits;
    long[] found = out.values;
    Rows facts = chosen.facts();
    int[] owners = facts.owners();
    Arrays.fill(found, 0, out.rows.count(), greatest ? Long.MIN_VALUE : Long.MAX_VALUE);
    for (int word = 0; word < Bits.words(facts.count()); word++) {
      for (long rest = word(mask, word, facts.count()); rest != 0; rest &= rest - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(rest);
        int owner = owners[row];
        long value = of.values[row];
        Bits.unset(out.unknown, owner);
        found[owner] = greatest ? Math.max(found[owner], value) : Math.min(found[owner], value);
      }
    }
    for (int i = 0; i < out.rows.count(); i++) {
      found[i] = Bits.get(out.unknown, i) ? 0 : found[i];
    }
    markUnknownValues(chosen, of, out);
  }

  private static void markUnknownValues(Chosen chosen, Register of, Register out) {
    if (!of.mayBeUnknown) {
      return;
    }
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    for (int word = 0; word < Bits.words(facts.count()); word++) {
      long open = word(mask, word, facts.count()) & of.unknown[word];
      for (; open != 0; open &= open - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(open);
        Bits.set(out.unknown, facts.owners()[row]);
      }
    }
  }

  private static void oneOf(Chosen chosen, Register of, Register out, boolean last) {
    Bits.fill(out.unknown, 0, out.rows.count());
    long[] mask = chosen.mask().bits;
    Rows facts = chosen.facts();
    int[] owners = facts.owners();
    int done = -1;
    for (int word = 0; word < Bits.words(facts.count()); word++) {
      for (long rest = word(mask, word, facts.count()); rest != 0; rest &= rest - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(rest);
        int owner = owners[row];
        if (!last && owner == done) {
          continue;
        }
        done = owner;
        out.values[owner] = of.values[row];
        if (of.isUnknown(row)) {
          Bits.set(out.unknown, owner);
        } else {
          Bits.unset(out.unknown, owner);
        }
      }
    }
  }
}
