package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Cuts;
import io.foodsafety.rule.internal.Register;

/** Bands of numbers that give the rank of a grade. */
final class RankBands {

  private final Cuts cuts;
  private final long[] thresholds;
  private final int[] ranks;

  /** The bands of numbers in units of a scale. */
  RankBands(Bands<Grade> bands, int scale) {
    cuts = Cuts.of(bands);
    thresholds = cuts.thresholds(scale);
    ranks =
        cuts.ranges().stream()
            .mapToInt(band -> band < 0 ? -1 : bands.bands().get(band).result().rank())
            .toArray();
  }

  /** The rank of a number, or -1. */
  int rank(long value) {
    return ranks[Cuts.range(thresholds, value)];
  }

  /** The rank of a value of a register, or -1. */
  int rank(Block block, Register value, int row) {
    return value.isFraction ? ranks[cuts.rangeOf(block, value, row)] : rank(value.values[row]);
  }
}
