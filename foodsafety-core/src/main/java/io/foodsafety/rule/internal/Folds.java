package io.foodsafety.rule.internal;

import io.foodsafety.rule.Aggregate;
import io.foodsafety.rule.Expr;
import java.util.Arrays;
import java.util.Optional;

/** The folds of aggregates, of groups and of picks. */
final class Folds {

  private Folds() {}

  /** An aggregate of the values of a register, if it reads any. */
  static Fold of(Aggregate aggregate, Chosen chosen, Optional<Register> of) {
    return switch (aggregate) {
      case COUNT -> new Count();
      case DAYS_SINCE -> new DaysSince(chosen);
      case LATEST, FIRST -> new OneOf(of.orElseThrow(), aggregate == Aggregate.LATEST);
      case SUM, MEAN, MAX, MIN, DISTINCT -> new OverValues(aggregate, of.orElseThrow());
    };
  }

  private static final class Count extends Fold {
    @Override
    void fold(int[] rows, int begin, int end) {
      set(end - begin);
    }
  }

  private static final class DaysSince extends Fold {
    private final Chosen chosen;

    DaysSince(Chosen chosen) {
      this.chosen = chosen;
    }

    @Override
    void fold(int[] rows, int begin, int end) {
      if (begin == end) {
        setUnknown();
      } else {
        set(chosen.today() - chosen.day(rows[end - 1]));
      }
    }
  }

  private static final class OneOf extends Fold {
    private final Register of;
    private final boolean last;

    OneOf(Register of, boolean last) {
      this.of = of;
      this.last = last;
    }

    @Override
    void fold(int[] rows, int begin, int end) {
      if (begin == end) {
        setUnknown();
      } else {
        setFrom(of, rows[last ? end - 1 : begin]);
      }
    }
  }

  private static final class OverValues extends Fold {
    private final Aggregate aggregate;
    private final Register of;
    private final Numbers numbers;

    OverValues(Aggregate aggregate, Register of) {
      this.aggregate = aggregate;
      this.of = of;
      this.numbers = new Numbers(of.isFraction, of.scale);
    }

    @Override
    void fold(int[] rows, int begin, int end) {
      numbers.clear();
      for (int i = begin; i < end; i++) {
        if (of.isUnknown(rows[i])) {
          setUnknown();
          return;
        }
        numbers.add(of.get(rows[i]), of.isFraction ? of.denominators[rows[i]] : 1);
      }
      numbers.aggregate(aggregate, this);
    }
  }

  /** Groups by a key, in the order of their first fact; an aggregate of each, one over all. */
  static final class Groups extends Fold {
    private final Register key;
    private final Fold each;
    private final Aggregate outer;
    private final Numbers results;
    private int[] members = new int[16];
    private boolean[] isTaken = new boolean[16];

    Groups(Register key, Fold each, Register inner, Aggregate outer) {
      this.key = key;
      this.each = each;
      this.outer = outer;
      this.results = new Numbers(inner.isFraction, inner.scale);
    }

    @Override
    void fold(int[] rows, int begin, int end) {
      if (hasUnknownKey(rows, begin, end)) {
        setUnknown();
        return;
      }
      if (key.isFraction && begin < end) {
        setUndecided();
        return;
      }
      if (isTaken.length < end) {
        isTaken = new boolean[2 * end];
        members = new int[2 * end];
      }
      Arrays.fill(isTaken, begin, end, false);
      results.clear();
      for (int i = begin; i < end; i++) {
        if (!isTaken[i]) {
          each.fold(members, 0, takeGroup(rows, i, end));
          if (each.isUnknown || each.isUndecided) {
            setFrom(each);
            return;
          }
          results.add(each.value, each.denominator);
        }
      }
      results.aggregate(outer, this);
    }

    private boolean hasUnknownKey(int[] rows, int begin, int end) {
      for (int i = begin; i < end; i++) {
        if (key.isUnknown(rows[i])) {
          return true;
        }
      }
      return false;
    }

    private int takeGroup(int[] rows, int first, int end) {
      long wanted = key.get(rows[first]);
      int size = 0;
      for (int i = first; i < end; i++) {
        if (!isTaken[i] && key.get(rows[i]) == wanted) {
          isTaken[i] = true;
          members[size++] = rows[i];
        }
      }
      return size;
    }
  }

  /** One fact, and what is read of it. */
  static final class Pick extends Fold {
    private final Expr.Take take;
    private final Optional<Register> by;
    private final Register read;

    Pick(Expr.Take take, Optional<Register> by, Register read) {
      this.take = take;
      this.by = by;
      this.read = read;
    }

    @Override
    void fold(int[] rows, int begin, int end) {
      if (begin == end) {
        setUnknown();
      } else if (by.isEmpty()) {
        setFrom(read, rows[take == Expr.Take.FIRST ? begin : end - 1]);
      } else {
        byNumber(by.get(), rows, begin, end);
      }
    }

    private void byNumber(Register number, int[] rows, int begin, int end) {
      int best = begin;
      for (int i = begin; i < end; i++) {
        if (number.isUnknown(rows[i])) {
          setUnknown();
          return;
        }
        int order = compare(number, rows[i], rows[best]);
        if (order == 0 && number.isDerived && i > begin) {
          setUndecided();
          return;
        }
        if (take == Expr.Take.HIGHEST ? order >= 0 : order <= 0) {
          best = i;
        }
      }
      setFrom(read, rows[best]);
    }

    private static int compare(Register number, int row, int other) {
      return number.isFraction
          ? Decimals.compare(
              number.values[row],
              number.denominators[row],
              number.values[other],
              number.denominators[other])
          : Long.compare(number.values[row], number.values[other]);
    }
  }
}
