package io.foodsafety.rule.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * For each fact of a kind in a block, which of up to eight bounds its day has reached: one look-up
 * by the age of the fact for all windows of the kind.
 */
final class WindowMasks {

  private static final int MOST = 8;

  private final Rows facts;
  private final long today;
  private final List<Long> bounds = new ArrayList<>();
  private byte[] byAge = {0};
  private byte[] masks = {};

  WindowMasks(Rows facts, long today) {
    this.facts = facts;
    this.today = today;
  }

  /** The number of a bound, the first day that reaches it; -1 if there is no room for it. */
  int bound(long day) {
    int known = bounds.indexOf(day);
    if (known >= 0 || bounds.size() == MOST || today - day >= Integer.MAX_VALUE / 2) {
      return known;
    }
    bounds.add(day);
    int ages = 2;
    for (long each : bounds) {
      ages = Math.max(ages, (int) (today - each) + 2);
    }
    byAge = new byte[ages];
    for (int bit = 0; bit < bounds.size(); bit++) {
      for (int age = 0; age < ages && today - age >= bounds.get(bit); age++) {
        byAge[age] |= (byte) (1 << bit);
      }
    }
    return bounds.size() - 1;
  }

  /** Looks up all facts of the block. */
  void run() {
    int count = facts.count();
    if (masks.length < count + Long.BYTES) {
      masks = new byte[facts.capacity() + Long.BYTES];
    }
    int[] days = facts.table().days();
    byte[] table = byAge;
    int oldest = table.length - 1;
    int first = facts.base();
    int last = (int) today;
    for (int i = 0; i < count; i++) {
      masks[i] = table[Math.max(0, Math.min(last - days[first + i], oldest))];
    }
  }

  /** The facts whose day has reached a bound. */
  void reached(int bound, Register out) {
    Bits.gather(masks, 0, facts.count(), bound, out.bits);
  }
}
