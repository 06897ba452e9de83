package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.util.Arrays;
import java.util.List;

/** The adjustments of a grade, or of the next one, over a block. */
final class MoveProgram {

  /** With so few conditions all their combinations are worked out beforehand. */
  private static final int FEW = 10;

  private final Register[] conditions;
  private final int[] by;
  private final int[] group;
  private final int[] steps;
  private final int[] least;
  private final int[] most;

  /** By subject of the block: the conditions that hold, and those that are not known. */
  private final long[] holds = new long[Block.SUBJECTS];

  private final long[] open = new long[Block.SUBJECTS];

  /** What conditions that hold add up to, by their bits; none if there are too many. */
  private final int[] sums;

  private int rank;

  MoveProgram(RiskPolicy policy, RiskPolicy.Affects affects, Block block, RuleCompiler compiler) {
    List<RiskPolicy.Adjustment> moves =
        policy.adjustments().stream().filter(each -> each.affects() == affects).toList();
    List<String> groups = moves.stream().map(RiskPolicy.Adjustment::group).distinct().toList();
    conditions = moves.stream().map(each -> compiler.compile(each.when())).toArray(Register[]::new);
    by = moves.stream().mapToInt(RiskPolicy.Adjustment::by).toArray();
    group = moves.stream().mapToInt(each -> groups.indexOf(each.group())).toArray();
    steps = new int[groups.size()];
    least = new int[groups.size()];
    most = new int[groups.size()];
    sums = new int[by.length <= FEW ? 1 << by.length : 0];
    for (int bits = 0; bits < sums.length; bits++) {
      sums[bits] = sum(stepsOf(bits));
    }
    if (by.length > Long.SIZE) {
      block.add(block::leaveAll);
    }
  }

  /** The rank moved. */
  int rank() {
    return rank;
  }

  /** Finds what holds for each of some subjects; the steps of the block were taken before. */
  void run(int count) {
    Arrays.fill(holds, 0, count, 0);
    Arrays.fill(open, 0, count, 0);
    for (int i = 0; i < by.length; i++) {
      for (int word = 0; word < Bits.words(count); word++) {
        mark(conditions[i].bits[word], word, count, i, holds);
        mark(conditions[i].unknownWord(word), word, count, i, open);
      }
    }
  }

  private static void mark(long bits, int word, int count, int condition, long[] marked) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int subject = (word << 6) + Long.numberOfTrailingZeros(rest);
      if (subject >= count) {
        return;
      }
      marked[subject] |= 1L << condition;
    }
  }

  /** Whether {@link #plain} can be asked. */
  boolean isPlain() {
    return sums.length > 0;
  }

  /** For whom it is not known whether some condition holds, 64 subjects. */
  long openWord(int word) {
    long any = 0;
    for (Register condition : conditions) {
      any |= condition.unknownWord(word);
    }
    return any;
  }

  /** A rank moved, where all conditions are known. */
  int plain(int subject, int from, int worst) {
    return within(from + sums[(int) holds[subject]], worst);
  }

  /** Moves a rank; false if what is not known could make it another one. */
  boolean move(int subject, int from, int worst) {
    if (open[subject] == 0) {
      long held = holds[subject];
      int move = sums.length > 0 ? sums[(int) held] : sum(stepsOf(held));
      rank = within(from + move, worst);
      return true;
    }
    stepsOf(holds[subject]);
    widen(subject);
    rank = within(from + sum(least), worst);
    return rank == within(from + sum(most), worst);
  }

  /** The greatest step of each group, of the conditions that hold. */
  private int[] stepsOf(long held) {
    Arrays.fill(steps, 0);
    for (long rest = held; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int known = steps[group[i]];
      steps[group[i]] = Math.abs(by[i]) > Math.abs(known) ? by[i] : known;
    }
    return steps;
  }

  /** What the unknown conditions could make of it. */
  private void widen(int subject) {
    System.arraycopy(steps, 0, least, 0, steps.length);
    System.arraycopy(steps, 0, most, 0, steps.length);
    for (long rest = open[subject]; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int known = steps[group[i]];
      if (Math.abs(by[i]) >= Math.abs(known)) {
        least[group[i]] = Math.min(least[group[i]], by[i]);
        most[group[i]] = Math.max(most[group[i]], by[i]);
      }
    }
  }

  private static int sum(int[] steps) {
    int sum = 0;
    for (int each : steps) {
      sum += each;
    }
    return sum;
  }

  private static int within(int rank, int worst) {
    return Math.max(1, Math.min(worst, rank));
  }
}
