package io.foodsafety.rule.internal;

import io.foodsafety.rule.internal.CellWords.Place;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A result that is gathered from the cells of the facts of each subject. For one thread. */
abstract class CellField {

  private static final byte CHOSEN = 1;
  private static final byte UNKNOWN = 2;

  private final Register mask;
  private final @Nullable Register of;
  final Register out;
  private byte[] states = {};
  private long[] values = {};
  private @Nullable Place unknown;

  CellField(Register mask, Optional<Register> of, Register out) {
    this.mask = mask;
    this.of = of.orElse(null);
    this.out = out;
  }

  /** Forgets all cells, and expects others. */
  final void start(int cells) {
    states = new byte[cells];
    values = new long[cells];
  }

  /** Takes over what was found out of the facts of a cell. */
  final void take(int row, int cell) {
    boolean isChosen = Bits.get(mask.bits, row);
    boolean isOpen = mask.isUnknown(row);
    if (isChosen && of != null) {
      isOpen |= of.isUnknown(row);
      values[cell] = of.get(row);
    }
    states[cell] = isOpen ? UNKNOWN : isChosen ? CHOSEN : 0;
  }

  final boolean isChosen(int cell) {
    return states[cell] == CHOSEN;
  }

  final boolean isOpen(int cell) {
    return states[cell] == UNKNOWN;
  }

  final long value(int cell) {
    return values[cell];
  }

  final int cells() {
    return states.length;
  }

  /** Puts what each cell contributes; false for a cell whose subjects are left. */
  final boolean[] put(CellWords words) {
    boolean[] fits = new boolean[cells()];
    Arrays.fill(fits, true);
    unknown = null;
    for (int cell = 0; out.rows.areSubjects() && cell < cells(); cell++) {
      if (isOpen(cell)) {
        unknown = unknown == null ? words.unionOf(1) : unknown;
        words.putBit(cell, unknown, 0);
      }
    }
    putChosen(words, fits);
    return fits;
  }

  abstract void putChosen(CellWords words, boolean[] fits);

  /** Sets the register from what was gathered for each subject. */
  void set(CellSums sums) {
    if (out.mayBeUnknown) {
      Arrays.fill(out.unknown, 0, Bits.words(out.rows.count()), 0);
    }
    setKnown(sums);
    if (unknown != null) {
      long[] joined = sums.union(unknown);
      for (int subject = 0; subject < out.rows.count(); subject++) {
        if (unknown.of(joined[subject]) != 0) {
          Bits.set(out.unknown, subject);
        }
      }
    }
  }

  abstract void setKnown(CellSums sums);

  /** How many facts are chosen. */
  static final class Count extends CellField {
    private Place place = new Place(0, 0, 0);

    Count(Register mask, Register out) {
      super(mask, Optional.empty(), out);
    }

    @Override
    void putChosen(CellWords words, boolean[] fits) {
      place = words.sumOf(1);
      for (int cell = 0; cell < cells(); cell++) {
        words.putSum(cell, place, isChosen(cell) ? 1 : 0);
      }
    }

    @Override
    void setKnown(CellSums sums) {
      sums.read(place, out.values);
    }
  }

  /** The sum of the values of the facts chosen. */
  static final class Sum extends CellField {
    private static final long MOST = 1L << 46;

    private Place place = new Place(0, 0, 0);

    Sum(Register mask, Register of, Register out) {
      super(mask, Optional.of(of), out);
    }

    @Override
    void putChosen(CellWords words, boolean[] fits) {
      long least = 0;
      long most = 1;
      for (int cell = 0; cell < cells(); cell++) {
        if (isChosen(cell)) {
          fits[cell] = value(cell) > -MOST && value(cell) < MOST;
          least = Math.min(least, fits[cell] ? value(cell) : 0);
          most = Math.max(most, fits[cell] ? value(cell) : 0);
        }
      }
      place = least < 0 ? words.sumOfAny() : words.sumOf(most);
      for (int cell = 0; cell < cells(); cell++) {
        words.putSum(cell, place, isChosen(cell) && fits[cell] ? value(cell) : 0);
      }
    }

    @Override
    void setKnown(CellSums sums) {
      sums.read(place, out.values);
    }
  }

  /**
   * What is told of the different values of the facts chosen: how many, the greatest, the least.
   */
  abstract static class OfSet extends CellField {
    private static final int MOST = 62;

    private Place place = new Place(0, 0, 0);
    private long[] distinct = {};

    OfSet(Register mask, Register of, Register out) {
      super(mask, Optional.of(of), out);
    }

    @Override
    final void putChosen(CellWords words, boolean[] fits) {
      long[] chosen = new long[cells()];
      int count = 0;
      for (int cell = 0; cell < cells(); cell++) {
        if (isChosen(cell)) {
          chosen[count++] = value(cell);
        }
      }
      distinct = Arrays.stream(chosen, 0, count).sorted().distinct().limit(MOST).toArray();
      place = words.unionOf(Math.max(1, distinct.length));
      for (int cell = 0; cell < cells(); cell++) {
        int bit = isChosen(cell) ? Arrays.binarySearch(distinct, value(cell)) : 0;
        fits[cell] = bit >= 0;
        if (isChosen(cell) && fits[cell]) {
          words.putBit(cell, place, bit);
        }
      }
    }

    @Override
    final void setKnown(CellSums sums) {
      long[] joined = sums.union(place);
      for (int subject = 0; subject < out.rows.count(); subject++) {
        setKnown(subject, place.of(joined[subject]), distinct);
      }
    }

    abstract void setKnown(int subject, long bits, long[] inOrder);
  }

  /** The greatest or the least value. */
  static final class Extreme extends OfSet {
    private final boolean greatest;

    Extreme(Register mask, Register of, Register out, boolean greatest) {
      super(mask, of, out);
      this.greatest = greatest;
    }

    @Override
    void setKnown(int subject, long bits, long[] inOrder) {
      if (bits == 0) {
        out.putUnknown(subject);
      } else {
        int place =
            greatest ? 63 - Long.numberOfLeadingZeros(bits) : Long.numberOfTrailingZeros(bits);
        out.values[subject] = inOrder[place];
      }
    }
  }

  /** How many different values there are. */
  static final class Distinct extends OfSet {
    Distinct(Register mask, Register of, Register out) {
      super(mask, of, out);
    }

    @Override
    void setKnown(int subject, long bits, long[] inOrder) {
      out.values[subject] = Long.bitCount(bits);
    }
  }

  /** Which facts are chosen. */
  static final class Mask extends CellField {
    private Place chosen = new Place(0, 0, 0);
    private @Nullable Place open;

    Mask(Register mask, Register out) {
      super(mask, Optional.empty(), out);
    }

    @Override
    void putChosen(CellWords words, boolean[] fits) {
      chosen = words.flag();
      open = null;
      for (int cell = 0; cell < cells(); cell++) {
        if (isChosen(cell)) {
          words.putFlag(cell, chosen);
        } else if (isOpen(cell)) {
          open = open == null ? words.flag() : open;
          words.putFlag(cell, open);
        }
      }
    }

    @Override
    void set(CellSums sums) {
      sums.readFlags(chosen, out.bits);
      if (open != null) {
        sums.readFlags(open, out.unknown);
      } else if (out.mayBeUnknown) {
        Arrays.fill(out.unknown, 0, Bits.words(out.rows.count()), 0);
      }
    }

    @Override
    void setKnown(CellSums sums) {
      throw new UnsupportedOperationException("A mask is of facts, not of subjects.");
    }
  }
}
