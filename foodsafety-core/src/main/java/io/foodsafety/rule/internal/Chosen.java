package io.foodsafety.rule.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a selection means, in a block: for each subject, or, where the window begins on a
 * date of another fact, for each of those facts.
 */
final class Chosen {

  private final Columns columns;
  private final Rows facts;
  private final Rows askers;
  private final Register mask;
  private final @Nullable Register from;
  private final @Nullable Register to;
  private int[] rows = new int[16];
  private int count;
  private boolean hasUnknown;
  private long[] concerned = {};

  /**
   * Facts.
   *
   * @param columns where they stand
   * @param facts the facts of the kind
   * @param askers for what they are selected: subjects, or facts of one kind
   * @param mask which facts fulfil the condition, and lie in the window if it is the same for all
   * @param from the first day of the window, if the askers have windows of their own
   * @param to the last day of it, if it has one
   */
  Chosen(
      Columns columns,
      Rows facts,
      Rows askers,
      Register mask,
      Optional<Register> from,
      Optional<Register> to) {
    this.columns = columns;
    this.facts = facts;
    this.askers = askers;
    this.mask = mask;
    this.from = from.orElse(null);
    this.to = to.orElse(null);
  }

  Rows facts() {
    return facts;
  }

  Rows askers() {
    return askers;
  }

  /** What tells it from another one. */
  List<Object> key() {
    return List.of(facts, askers, mask, Optional.ofNullable(from), Optional.ofNullable(to));
  }

  /** Whether the mask says all, so that nobody needs the rows one by one. */
  boolean isByMask() {
    return from == null;
  }

  Register mask() {
    return mask;
  }

  boolean mayBeUnknown() {
    return mask.mayBeUnknown || from != null;
  }

  /** The rows gathered last, in the order of facts. */
  int[] rows() {
    return rows;
  }

  int count() {
    return count;
  }

  /** The day of assessment. */
  int today() {
    return (int) columns.date().toEpochDay();
  }

  int day(int row) {
    return facts.table().days()[facts.base() + row];
  }

  /** Looks at the facts of a block, before rows are gathered. */
  void begin() {
    long open = 0;
    for (int word = 0; mask.mayBeUnknown && word < Bits.words(facts.count()); word++) {
      open |= mask.unknown[word];
    }
    hasUnknown = open != 0;
  }

  /**
   * The askers for which there may be facts, or it may not be told which: for the others there are
   * none.
   */
  long[] concerned() {
    if (concerned.length < Bits.words(askers.capacity())) {
      concerned = new long[Bits.words(askers.capacity())];
    }
    Arrays.fill(concerned, askers.areSubjects() ? 0 : -1L);
    if (askers.areSubjects()) {
      addOwners(mask.bits);
      addOwners(mask.unknown);
    }
    for (int word = 0; from != null && word < Bits.words(askers.count()); word++) {
      concerned[word] |= from.unknownWord(word);
    }
    return concerned;
  }

  private void addOwners(long[] bits) {
    int[] owners = facts.owners();
    for (int word = 0; bits.length > 0 && word < Bits.words(facts.count()); word++) {
      for (long rest = Bits.within(bits, word, facts.count()); rest != 0; rest &= rest - 1) {
        Bits.set(concerned, owners[(word << 6) + Long.numberOfTrailingZeros(rest)]);
      }
    }
  }

  /** Gathers the rows for an asker; false if it cannot be told which they are. */
  boolean gather(int asker) {
    count = 0;
    if (from != null && from.isUnknown(asker)) {
      return false;
    }
    int subject = askers.subjectOf(asker);
    int end = facts.end(subject);
    long first = from != null ? from.values[asker] : Long.MIN_VALUE;
    long last = to != null ? to.values[asker] : Long.MAX_VALUE;
    if (hasUnknown && hasUnknown(facts.begin(subject), end, first, last)) {
      return false;
    }
    for (int begin = facts.begin(subject); begin < end; begin += Long.SIZE) {
      for (long rest = Bits.slice(mask.bits, begin, end); rest != 0; rest &= rest - 1) {
        int row = begin + Long.numberOfTrailingZeros(rest);
        if (from == null || isWithin(row, first, last)) {
          add(row);
        }
      }
    }
    return true;
  }

  private boolean hasUnknown(int begin, int end, long first, long last) {
    int row = Bits.next(mask.unknown, begin, end);
    while (row < end && from != null && !isWithin(row, first, last)) {
      row = Bits.next(mask.unknown, row + 1, end);
    }
    return row < end;
  }

  private boolean isWithin(int row, long first, long last) {
    int day = day(row);
    return day >= first && day <= last;
  }

  private void add(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
    }
    rows[count++] = row;
  }
}
