package io.foodsafety.rule.internal;

import java.time.LocalDate;
import java.time.Period;

/** Reads columns, and carries values from subjects to their facts. */
final class SubjectSteps {

  private SubjectSteps() {}

  /** Reads a column. A value that does not fit is left to the interpreter. */
  static Block.Step read(Block block, Column column, Register out) {
    return out.isBool() ? () -> flags(block, column, out) : () -> values(block, column, out);
  }

  private static void values(Block block, Column column, Register out) {
    column.read(out.rows.base(), out.rows.count(), out.values);
    unknown(block, column, out);
  }

  private static void unknown(Block block, Column column, Register out) {
    if (out.mayBeUnknown) {
      column.readUnknown(out.rows.base(), out.rows.count(), out.unknown);
    }
    if (column.hasMisfits()) {
      for (int row : column.misfits(out.rows.base(), out.rows.count())) {
        block.leave(out.rows, row - out.rows.base());
      }
    }
  }

  private static void flags(Block block, Column column, Register out) {
    column.readFlags(out.rows.base(), out.rows.count(), out.bits);
    unknown(block, column, out);
  }

  /** Repeats the value of each subject for its facts. */
  static void repeat(Register subjects, Register out) {
    out.clear();
    Rows rows = out.rows;
    for (int subject = 0; subject < subjects.rows.count(); subject++) {
      int begin = rows.begin(subject);
      int end = rows.end(subject);
      if (subjects.isUnknown(subject)) {
        Bits.fill(out.unknown, begin, end);
      } else if (out.isBool()) {
        if (Bits.get(subjects.bits, subject)) {
          Bits.fill(out.bits, begin, end);
        }
      }
      for (int row = begin; !out.isBool() && row < end; row++) {
        out.values[row] = subjects.values[subject];
        if (out.isFraction) {
          out.denominators[row] = subjects.denominators[subject];
        }
      }
    }
  }

  /** Moves dates by a period. */
  static void move(Register dates, Period period, Register out) {
    NumberSteps.mergeUnknown(dates, dates, out);
    for (int i = 0; i < out.rows.count(); i++) {
      out.values[i] =
          out.isUnknown(i) ? 0 : LocalDate.ofEpochDay(dates.values[i]).plus(period).toEpochDay();
    }
  }
}
