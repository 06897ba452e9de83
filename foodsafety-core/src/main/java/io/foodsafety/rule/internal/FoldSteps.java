package io.foodsafety.rule.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** Aggregates over the facts of each asker, gathered one by one and folded. */
final class FoldSteps {

  private FoldSteps() {}

  /** A step that folds; for a sliding window, over the period with the highest result. */
  static Block.Step fold(
      Block block, Chosen chosen, Fold fold, Optional<Period> sliding, Register out) {
    return () -> {
      chosen.begin();
      boolean isDecided = fillWithNone(chosen, fold, out);
      int count = out.rows.count();
      if (!isDecided) {
        for (int asker = 0; asker < count; asker++) {
          fold(block, chosen, fold, sliding, out, asker);
        }
        return;
      }
      long[] concerned = chosen.concerned();
      for (int word = 0; word < Bits.words(count); word++) {
        for (long rest = Bits.within(concerned, word, count); rest != 0; rest &= rest - 1) {
          int asker = (word << 6) + Long.numberOfTrailingZeros(rest);
          out.clear(asker);
          fold(block, chosen, fold, sliding, out, asker);
        }
      }
    };
  }

  /** Gives all askers the result of no facts, if it is a plain one. */
  private static boolean fillWithNone(Chosen chosen, Fold fold, Register out) {
    out.clear();
    fold.fold(chosen.rows(), 0, 0);
    if (fold.isUnknown) {
      out.fillUnknown();
      return true;
    }
    if (fold.isUndecided || out.isFraction) {
      return false;
    }
    out.fill(fold.value);
    return true;
  }

  private static void fold(
      Block block, Chosen chosen, Fold fold, Optional<Period> sliding, Register out, int asker) {
    if (!chosen.gather(asker)) {
      fold.setUnknown();
    } else if (sliding.isPresent() && chosen.count() > 0) {
      slide(chosen, fold, sliding.get());
    } else {
      fold.fold(chosen.rows(), 0, chosen.count());
    }
    put(block, fold, out, asker);
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
}
