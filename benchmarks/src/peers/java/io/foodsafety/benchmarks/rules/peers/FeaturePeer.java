package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.ColumnFeatures;
import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.FlatColumns;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import java.util.List;
import java.util.function.Supplier;

/**
 * A peer that evaluates rules over features: what they are made of, the facts, is counted and summed
 * up by hand over columns, as its users do in the host.
 */
final class FeaturePeer implements RulePeer {

  /** Rules of the peer; not safe for use by many threads. */
  @FunctionalInterface
  interface Rules {
    /** Grades a business. */
    void grade(Features features, int business, Grades into) throws Exception;
  }

  private final Supplier<Rules> compiled;
  private final Rules rules;
  private final FlatColumns columns;
  private final ColumnFeatures reader;
  private final List<Features> features = List.of(new Features());

  /**
   * A peer.
   *
   * @param rules makes rules for a thread
   */
  FeaturePeer(Population population, Supplier<Rules> rules) {
    this(new FlatColumns(population), rules);
  }

  private FeaturePeer(FlatColumns columns, Supplier<Rules> compiled) {
    this.compiled = compiled;
    this.rules = compiled.get();
    this.columns = columns;
    this.reader = new ColumnFeatures(columns);
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      reader.read(i, i + 1, features);
      try {
        rules.grade(features.get(0), i, into);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public RulePeer forThread() {
    return new FeaturePeer(columns, compiled);
  }
}
