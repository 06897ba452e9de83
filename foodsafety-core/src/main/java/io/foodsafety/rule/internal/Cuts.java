package io.foodsafety.rule.internal;

import io.foodsafety.rule.Bands;
import io.foodsafety.rule.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of numbers as the points at which one ends and the next begins. The number of points that
 * a number has passed is the number of its range.
 *
 * @param points the points, ascending
 * @param ranges for each range the index of the band it belongs to, or -1; one more than points
 */
public record Cuts(List<Point> points, List<Integer> ranges) {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

  /**
   * A point.
   *
   * @param at the number
   * @param passedAt whether the number itself has passed it
   */
  record Point(BigDecimal at, boolean passedAt) {}

  /** The cuts of bands. */
  public static Cuts of(Bands<?> bands) {
    List<Point> points = new ArrayList<>();
    List<Integer> ranges = new ArrayList<>(List.of(-1));
    for (int i = 0; i < bands.bands().size(); i++) {
      Interval interval = bands.bands().get(i).interval();
      interval
          .lower()
          .ifPresent(at -> cut(points, ranges, new Point(at, interval.lowerIncluded())));
      ranges.set(ranges.size() - 1, i);
      interval
          .upper()
          .ifPresent(at -> cut(points, ranges, new Point(at, !interval.upperIncluded())));
    }
    return new Cuts(List.copyOf(points), List.copyOf(ranges));
  }

  private static void cut(List<Point> points, List<Integer> ranges, Point point) {
    boolean isThere =
        !points.isEmpty()
            && points.get(points.size() - 1).at().compareTo(point.at()) == 0
            && points.get(points.size() - 1).passedAt() == point.passedAt();
    if (!isThere) {
      points.add(point);
      ranges.add(-1);
    }
  }

  /** The least number, in units of a scale, that has passed each point. */
  public long[] thresholds(int scale) {
    return points.stream()
        .map(point -> threshold(point, scale))
        .takeWhile(least -> least.compareTo(MOST) <= 0) // beyond, no number of 64 bits passes
        .mapToLong(least -> least.max(LEAST).longValueExact())
        .toArray();
  }

  private static BigDecimal threshold(Point point, int scale) {
    BigDecimal units = point.at().movePointRight(scale);
    return point.passedAt()
        ? units.setScale(0, RoundingMode.CEILING)
        : units.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
  }

  /** Whether fractions can be compared with the points. */
  boolean suitFractions() {
    return points.stream()
        .allMatch(
            point ->
                point.at().scale() <= FractionSteps.MAX_SCALE
                    && point.at().precision() - point.at().scale() < 10);
  }

  /** The number of the range of a number in units. */
  public static int range(long[] thresholds, long value) {
    int passed = 0;
    for (long threshold : thresholds) {
      passed += value >= threshold ? 1 : 0;
    }
    return passed;
  }

  /** The range of a fraction; whether it cannot be told is told the block. */
  public int rangeOf(Block block, Register key, int row) {
    int passed = 0;
    for (Point point : points) {
      int order = compare(key, row, point.at());
      if (order == 0 && key.isDerived) {
        block.leave(key.rows, row);
      }
      passed += order > 0 || (order == 0 && point.passedAt()) ? 1 : 0;
    }
    return passed;
  }

  private static int compare(Register key, int row, BigDecimal point) {
    BigDecimal plain = point.scale() < 0 ? point.setScale(0) : point;
    return Decimals.compare(
        key.values[row],
        key.denominator(row),
        plain.unscaledValue().longValueExact(),
        Decimals.power(plain.scale()));
  }
}
