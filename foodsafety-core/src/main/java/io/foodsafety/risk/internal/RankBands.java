package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Cuts;
import io.foodsafety.rule.internal.Ranges;
import io.foodsafety.rule.internal.Register;
import java.util.Arrays;

/** Bands of numbers that give the rank of a grade. */
final class RankBands {

  private final Cuts cuts;
  private final Ranges ranges;
  private final long[] ranks;
  private final boolean hasGaps;

  /** The bands of numbers in units of a scale. */
  RankBands(Bands<Grade> bands, int scale) {
    cuts = Cuts.of(bands);
    ranges = new Ranges(cuts.thresholds(scale));
    ranks =
        cuts.ranges().stream()
            .mapToLong(band -> band < 0 ? -1 : bands.bands().get(band).result().rank())
            .toArray();
    hasGaps = Arrays.stream(ranks).anyMatch(rank -> rank < 0);
  }

  /** Whether there are numbers without a rank. */
  boolean hasGaps() {
    return hasGaps;
  }

  /** The ranks of numbers, or -1. */
  void find(long[] values, long[] into, int count) {
    ranges.find(values, ranks, into, count);
  }

  /** The rank of a value of a register, or -1. */
  int rank(Block block, Register value, int row) {
    int range = value.isFraction ? cuts.rangeOf(block, value, row) : ranges.of(value.values[row]);
    return (int) ranks[range];
  }
}
