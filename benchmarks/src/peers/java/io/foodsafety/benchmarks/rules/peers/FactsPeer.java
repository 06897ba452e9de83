package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A peer whose scripts count the facts themselves; businesses are maps, see {@link FactMaps}. */
final class FactsPeer implements RulePeer {

  /** Rules of the peer; not safe for use by many threads. */
  @FunctionalInterface
  interface Rules {
    /**
     * Grades a business.
     *
     * @param facts its attributes and facts, which are left as they are
     */
    void grade(Map<String, Object> facts, int business, Grades into);
  }

  private final Supplier<Rules> compiled;
  private final Rules rules;
  private final List<Map<String, Object>> businesses;

  /**
   * A peer.
   *
   * @param rules makes rules for a thread
   */
  FactsPeer(Population population, Supplier<Rules> rules) {
    this(businesses(population), rules);
  }

  private FactsPeer(List<Map<String, Object>> businesses, Supplier<Rules> compiled) {
    this.compiled = compiled;
    this.rules = compiled.get();
    this.businesses = businesses;
  }

  private static List<Map<String, Object>> businesses(Population population) {
    FactMaps maps = new FactMaps(population);
    return IntStream.range(0, population.size()).mapToObj(maps::business).toList();
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      rules.grade(businesses.get(i), i, into);
    }
  }

  @Override
  public RulePeer forThread() {
    return new FactsPeer(businesses, compiled);
  }
}
