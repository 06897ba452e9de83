package io.foodsafety.rule.internal;

import io.foodsafety.rule.Selection;
import io.foodsafety.rule.Window;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Which facts a selection means: by role, by window, by condition. */
final class SelectionSteps {

  private SelectionSteps() {}

  /** The facts in which the subject appears in a role. */
  static Block.Step role(Block block, Rows facts, String role, Register out) {
    Column roles = facts.table().roles();
    String wanted = role.equals(Selection.SUBJECT) ? FactTable.SUBJECT : role;
    ListMembership membership = new ListMembership(block.columns().dictionary(), wanted);
    long[] codes = new long[1];
    return () -> {
      out.clear();
      for (int row = 0; row < facts.count(); row++) {
        roles.read(facts.base() + row, 1, codes);
        if (membership.holds((int) codes[0])) {
          Bits.set(out.bits, row);
        }
      }
    };
  }

  /** The days of facts. */
  static void days(Rows facts, Register out) {
    int[] days = facts.table().days();
    int base = facts.base();
    for (int i = 0; i < facts.count(); i++) {
      out.values[i] = days[base + i];
    }
  }

  /** The facts between two days. */
  static void between(Register days, long first, long last, Register out) {
    long[] values = days.values;
    int count = out.rows.count();
    for (int begin = 0; begin < count; begin += 64) {
      long word = 0;
      int end = Math.min(count, begin + 64);
      for (int i = begin; i < end; i++) {
        word |= (~((values[i] - first) | (last - values[i])) >>> 63) << i; // neither is negative
      }
      out.bits[begin >>> 6] = word;
    }
  }

  /** The facts that are in force. */
  static Block.Step inForce(Rows facts, Register out) {
    return () -> facts.table().inForce().readFlags(facts.base(), facts.count(), out.bits);
  }

  /** The first and the last day of the anchored period that holds the day of assessment. */
  static Block.Step anchored(
      Block block, Window.Anchored window, Register anchor, Register from, Register to) {
    return () -> {
      LocalDate today = block.columns().date();
      from.clear();
      for (int i = 0; i < from.rows.count(); i++) {
        if (anchor.isUnknown(i)) {
          from.putUnknown(i);
          continue;
        }
        Optional<Window.Days> days = window.days(LocalDate.ofEpochDay(anchor.values[i]), today);
        if (days.isEmpty()) {
          from.putUnknown(i);
        } else {
          from.values[i] = days.get().first().toEpochDay();
          to.values[i] = days.get().last().toEpochDay();
        }
      }
    };
  }

  /** The facts that fulfil all of some conditions, of which the last one may be unknown. */
  static void all(Register[] sure, Register[] where, Register out) {
    int words = Bits.words(out.rows.count());
    Arrays.fill(out.bits, 0, words, -1L);
    for (Register register : sure) {
      for (int word = 0; word < words; word++) {
        out.bits[word] &= register.bits[word];
      }
    }
    for (Register register : where) {
      for (int word = 0; word < words; word++) {
        if (out.mayBeUnknown) {
          out.unknown[word] = out.bits[word] & register.unknown[word];
        }
        out.bits[word] &= register.bits[word];
      }
    }
  }
}
