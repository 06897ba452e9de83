package io.foodsafety.rule.internal;

import io.foodsafety.rule.Selection;
import io.foodsafety.rule.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which facts a selection means: by role, by window, by condition. */
final class SelectionSteps {

  private SelectionSteps() {}

  /** The facts in which the subject appears in a role. */
  static Block.Step role(Block block, Rows facts, String role, Register out) {
    Dictionary dictionary = block.columns().dictionary();
    Column roles = facts.table().roles();
    long[] codes = new long[1];
    return () -> {
      out.clear();
      for (int row = 0; row < facts.count(); row++) {
        roles.read(facts.base() + row, 1, codes);
        List<String> named = dictionary.words((int) codes[0]);
        boolean has =
            switch (role) {
              case Selection.SUBJECT -> named.contains(FactTable.SUBJECT);
              case Selection.ANY -> true;
              default -> named.contains(role);
            };
        if (has) {
          Bits.set(out.bits, row);
        }
      }
    };
  }

  /** The facts of a rolling or calendar window, which is the same for all subjects. */
  static Block.Step window(Block block, Rows facts, Window window, Register out) {
    return new Days(block, facts, window, out)::run;
  }

  private static final class Days {
    private final Block block;
    private final Rows facts;
    private final Window window;
    private final Register out;
    private long[] days = {};

    Days(Block block, Rows facts, Window window, Register out) {
      this.block = block;
      this.facts = facts;
      this.window = window;
      this.out = out;
    }

    void run() {
      LocalDate today = block.columns().date();
      Window.Days within =
          window instanceof Window.Calendar calendar
              ? calendar.days(today)
              : ((Window.Rolling) window).days(today);
      long first = within.first().toEpochDay();
      long last = within.last().toEpochDay();
      int count = facts.count();
      if (days.length < count) {
        days = new long[facts.capacity()];
      }
      facts.table().days().read(facts.base(), count, days);
      for (int begin = 0; begin < count; begin += 64) {
        long word = 0;
        int end = Math.min(count, begin + 64);
        for (int i = begin; i < end; i++) {
          word |= (~((days[i] - first) | (last - days[i])) >>> 63) << i; // both are not negative
        }
        out.bits[begin >>> 6] = word;
      }
    }
  }

  /** The facts that are in force. */
  static Block.Step inForce(Rows facts, Register out) {
    Column inForce = facts.table().inForce();
    long[] flags = new long[1];
    return () -> {
      out.clear();
      for (int row = 0; row < facts.count(); row++) {
        inForce.read(facts.base() + row, 1, flags);
        if (flags[0] != 0) {
          Bits.set(out.bits, row);
        }
      }
    };
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
  static void all(List<Register> sure, List<Register> where, Register out) {
    for (int word = 0; word < Bits.words(out.rows.count()); word++) {
      long bits = -1L;
      for (Register register : sure) {
        bits &= register.bits[word];
      }
      for (Register register : where) {
        if (out.mayBeUnknown) {
          out.unknown[word] = bits & register.unknown[word];
        }
        bits &= register.bits[word];
      }
      out.bits[word] = bits;
    }
  }
}
