package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.util.Arrays;
import java.util.List;

/** The adjustments of a grade, or of the next one, over a block. */
final class MoveProgram {

  private final Register[] conditions;
  private final int[] by;
  private final int[] group;
  private final int[] steps;
  private final int[] least;
  private final int[] most;
  private int rank;

  MoveProgram(RiskPolicy policy, RiskPolicy.Affects affects, RuleCompiler compiler) {
    List<RiskPolicy.Adjustment> moves =
        policy.adjustments().stream().filter(each -> each.affects() == affects).toList();
    List<String> groups = moves.stream().map(RiskPolicy.Adjustment::group).distinct().toList();
    conditions = moves.stream().map(each -> compiler.compile(each.when())).toArray(Register[]::new);
    by = moves.stream().mapToInt(RiskPolicy.Adjustment::by).toArray();
    group = moves.stream().mapToInt(each -> groups.indexOf(each.group())).toArray();
    steps = new int[groups.size()];
    least = new int[groups.size()];
    most = new int[groups.size()];
  }

  /** The rank moved. */
  int rank() {
    return rank;
  }

  /** Moves a rank; false if what is not known could make it another one. */
  boolean move(int subject, int from, int worst) {
    Arrays.fill(steps, 0);
    boolean isOpen = false;
    for (int i = 0; i < by.length; i++) {
      Register condition = conditions[i];
      if (Bits.get(condition.bits, subject)) {
        int known = steps[group[i]];
        steps[group[i]] = Math.abs(by[i]) > Math.abs(known) ? by[i] : known;
      } else {
        isOpen |= condition.isUnknown(subject);
      }
    }
    if (!isOpen) {
      rank = moved(from, steps, worst);
      return true;
    }
    widen(subject);
    rank = moved(from, least, worst);
    return rank == moved(from, most, worst);
  }

  /** What the unknown conditions could make of it. */
  private void widen(int subject) {
    System.arraycopy(steps, 0, least, 0, steps.length);
    System.arraycopy(steps, 0, most, 0, steps.length);
    for (int i = 0; i < by.length; i++) {
      int known = steps[group[i]];
      if (conditions[i].isUnknown(subject) && Math.abs(by[i]) >= Math.abs(known)) {
        least[group[i]] = Math.min(least[group[i]], by[i]);
        most[group[i]] = Math.max(most[group[i]], by[i]);
      }
    }
  }

  private static int moved(int from, int[] steps, int worst) {
    int to = from;
    for (int each : steps) {
      to += each;
    }
    return Math.max(1, Math.min(worst, to));
  }
}
