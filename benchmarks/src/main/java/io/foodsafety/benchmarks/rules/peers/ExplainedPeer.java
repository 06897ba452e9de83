package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.ColumnFeatures;
import io.foodsafety.benchmarks.rules.Explanations;
import io.foodsafety.benchmarks.rules.FeatureRules;
import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.FlatColumns;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import java.util.List;
import java.util.stream.Stream;

/** The rules by hand over columns, with points and state of every line. */
public final class ExplainedPeer implements RulePeer {

  private final FlatColumns columns;
  private final ColumnFeatures reader;
  private final Explanations explanations;
  private final FeatureRules rules;
  private final List<Features> features =
      Stream.generate(Features::new).limit(Features.BLOCK).toList();

  /** The columns of a population, as they are. */
  public ExplainedPeer(Population population) {
    this(new FlatColumns(population), new Explanations(population.size()));
  }

  private ExplainedPeer(FlatColumns columns, Explanations explanations) {
    this.columns = columns;
    this.reader = new ColumnFeatures(columns);
    this.explanations = explanations;
    this.rules = new FeatureRules(explanations);
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int start = from; start < to; start += Features.BLOCK) {
      int end = Math.min(start + Features.BLOCK, to);
      reader.read(start, end, features);
      for (int i = start; i < end; i++) {
        rules.grade(features.get(i - start), i, i, into);
      }
    }
  }

  /** The lines of the last grades. */
  public Explanations explanations() {
    return explanations;
  }

  @Override
  public RulePeer forThread() {
    return new ExplainedPeer(columns, explanations);
  }
}
