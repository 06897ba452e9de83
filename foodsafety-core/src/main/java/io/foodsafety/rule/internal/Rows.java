package io.foodsafety.rule.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows that a register has one value for: the subjects of a block, or their facts of a kind.
 */
public final class Rows {

  private final Optional<FactTable> table;
  private final List<Register> registers = new ArrayList<>();
  private int[] ends = {};
  private int[] owners = {};
  private boolean hasOwners;
  private int capacity;
  private int base;
  private int count;

  private Rows(Optional<FactTable> table) {
    this.table = table;
  }

  static Rows ofSubjects() {
    return new Rows(Optional.empty());
  }

  static Rows ofFacts(FactTable table) {
    return new Rows(Optional.of(table));
  }

  boolean areSubjects() {
    return table.isEmpty();
  }

  FactTable table() {
    return table.orElseThrow();
  }

  /** The number of rows in the block. */
  public int count() {
    return count;
  }

  /** The number, in the columns, of the first row of the block. */
  int base() {
    return base;
  }

  /** The first row of a subject of the block. */
  int begin(int subject) {
    return subject == 0 ? 0 : ends[subject - 1];
  }

  /** The row after the last one of a subject of the block. */
  int end(int subject) {
    return ends[subject];
  }

  /** The row after the last one of each subject of the block. */
  int[] ends() {
    return ends;
  }

  /** The subject of a row. */
  int subjectOf(int row) {
    if (areSubjects()) {
      return row;
    }
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The subject of each row of the block, found when first asked for. */
  int[] owners() {
    if (!hasOwners) {
      findOwners();
      hasOwners = true;
    }
    return owners;
  }

  private void findOwners() {
    if (owners.length <= count) {
      owners = new int[capacity + 1];
    }
    Arrays.fill(owners, 0, count + 1, 0);
    for (int subject = 0; subject < ends.length && ends[subject] < count; subject++) {
      owners[ends[subject]]++;
    }
    int subject = 0;
    for (int row = 0; row < count; row++) {
      subject += owners[row];
      owners[row] = subject;
    }
  }

  void add(Register register) {
    registers.add(register);
  }

  /** Moves to other subjects. */
  void moveTo(int firstSubject, int subjects) {
    hasOwners = false;
    if (table.isEmpty()) {
      base = firstSubject;
      count = subjects;
    } else {
      base = table.get().end(firstSubject - 1);
      if (ends.length < subjects) {
        ends = new int[subjects];
      }
      table.get().readEnds(firstSubject, subjects, ends);
      subtract(ends, base, subjects);
      Arrays.fill(ends, subjects, ends.length, Integer.MAX_VALUE);
      count = ends[subjects - 1];
    }
    if (count > capacity) {
      capacity = count + (count >> 2);
      registers.forEach(register -> register.ensure(capacity));
    }
  }

  private static void subtract(int[] values, int less, int count) {
    for (int i = 0; i < count; i++) {
      values[i] -= less;
    }
  }

  int capacity() {
    return capacity;
  }
}
