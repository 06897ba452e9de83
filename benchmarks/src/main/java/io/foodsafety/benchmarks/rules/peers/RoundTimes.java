package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.peers.RuleResult.Speed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Nanoseconds of paired rounds, and of what was done in them. */
final class RoundTimes {

  private final List<Double> byHand = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();
  private long[] singlesByHand = {};
  private long[] singlesOfTheirs = {};

  /** One round: the means of both. */
  void add(double meanByHand, double meanOfTheirs) {
    byHand.add(meanByHand);
    theirs.add(meanOfTheirs);
  }

  /** One round of single times. */
  void addSingles(long[] timesByHand, long[] timesOfTheirs) {
    add(
        Arrays.stream(timesByHand).average().orElseThrow(),
        Arrays.stream(timesOfTheirs).average().orElseThrow());
    singlesByHand = joined(singlesByHand, timesByHand);
    singlesOfTheirs = joined(singlesOfTheirs, timesOfTheirs);
  }

  private static long[] joined(long[] left, long[] right) {
    long[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  int rounds() {
    return byHand.size();
  }

  /** The ratios, theirs by hand, in order. */
  double[] ratios() {
    double[] ratios = new double[rounds()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = theirs.get(i) / byHand.get(i);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  Speed speedByHand() {
    return speed(byHand, singlesByHand);
  }

  Speed speedOfTheirs() {
    return speed(theirs, singlesOfTheirs);
  }

  private static Speed speed(List<Double> means, long[] singles) {
    double[] sorted = means.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    long[] each = singles.clone();
    Arrays.sort(each);
    boolean none = each.length == 0;
    return new Speed(
        sorted[sorted.length / 2],
        none ? 0 : each[each.length / 2],
        none ? 0 : each[each.length * 99 / 100]);
  }
}
