package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The caps of a policy over a block: what each takes from the lines that it counts. */
final class LineCaps {

  /** A cap: the lines and the earlier caps that it counts, and its bounds. */
  private static final class Cap {
    final int[] of;
    final long min;
    final long max;

    Cap(int[] of, long min, long max) {
      this.of = of;
      this.min = min;
      this.max = max;
    }
  }

  /** Bounds of more digits after the point have too few before it. */
  private static final int MAX_SCALE = 18;

  private final Block block;
  private final int lines;
  private final int scale;
  private final long unit;
  private final long most;
  private final List<Cap> caps = new ArrayList<>();

  /** The caps of a policy whose lines have these names. */
  LineCaps(RiskPolicy policy, List<String> items, Block block) {
    this.block = block;
    this.lines = items.size();
    this.scale = scale(policy);
    this.unit = Decimals.power(scale - policy.pointsScale());
    this.most = Long.MAX_VALUE / 4 / unit / (lines + policy.caps().size() + 1);
    for (int i = 0; i < policy.caps().size(); i++) {
      RiskPolicy.Cap cap = policy.caps().get(i);
      caps.add(
          new Cap(
              counted(policy, i, items),
              cap.min().map(this::bound).orElse(Long.MIN_VALUE),
              cap.max().map(this::bound).orElse(Long.MAX_VALUE)));
    }
  }

  private static int scale(RiskPolicy policy) {
    int scale = policy.pointsScale();
    for (RiskPolicy.Cap cap : policy.caps()) {
      scale = Math.max(scale, cap.min().map(BigDecimal::scale).orElse(0));
      scale = Math.max(scale, cap.max().map(BigDecimal::scale).orElse(0));
    }
    return Math.min(scale, MAX_SCALE);
  }

  private static int[] counted(RiskPolicy policy, int index, List<String> items) {
    RiskPolicy.Cap cap = policy.caps().get(index);
    List<Integer> of = new ArrayList<>(cap.of().stream().map(items::indexOf).toList());
    for (int earlier = 0; earlier < index; earlier++) {
      if (cap.of().containsAll(policy.caps().get(earlier).of())) {
        of.add(items.size() + earlier);
      }
    }
    return of.stream().mapToInt(each -> each).toArray();
  }

  /** A bound in units; one that 64 bits cannot hold is left to the interpreter. */
  private long bound(BigDecimal bound) {
    BigDecimal units = bound.movePointRight(scale);
    boolean isWhole = units.stripTrailingZeros().scale() <= 0;
    if (!isWhole || units.abs().compareTo(BigDecimal.valueOf(most)) >= 0) {
      block.add(block::leaveAll);
      return 0;
    }
    return units.longValueExact();
  }

  /** What points and bounds stay below, so that no sum of them needs more than 64 bits. */
  long most() {
    return most;
  }

  /** Works out the caps in their order, from the points of lines into those of caps behind them. */
  void run(long[][] points, int count) {
    for (int i = 0; i < caps.size(); i++) {
      run(caps.get(i), points, points[lines + i], count);
    }
  }

  /** Takes what lies beyond the bounds. */
  private void run(Cap cap, long[][] points, long[] taken, int count) {
    Arrays.fill(taken, 0, count, 0);
    Sums.add(points, cap.of, taken, count);
    for (int i = 0; i < count; i++) {
      long exact = taken[i] * unit;
      taken[i] = Math.max(cap.min, Math.min(cap.max, exact)) - exact;
    }
    for (int i = 0; unit > 1 && i < count; i++) {
      taken[i] = Decimals.divideHalfUp(taken[i], unit);
    }
  }
}
