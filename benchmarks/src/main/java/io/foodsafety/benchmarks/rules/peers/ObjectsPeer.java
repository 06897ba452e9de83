package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Business;
import io.foodsafety.benchmarks.rules.Explanations;
import io.foodsafety.benchmarks.rules.FeatureRules;
import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.ObjectFeatures;
import io.foodsafety.benchmarks.rules.Population;
import java.util.List;
import java.util.stream.IntStream;

/** The rules by hand over objects; the lines of one business at a time are kept. */
public final class ObjectsPeer implements GrowingPeer {

  private final List<Business> businesses;
  private final FeatureRules rules = new FeatureRules(new Explanations(1));
  private final Features features = new Features();

  /** The objects of a population. */
  public ObjectsPeer(Population population) {
    this(IntStream.range(0, population.size()).mapToObj(i -> new Business(population, i)).toList());
  }

  private ObjectsPeer(List<Business> businesses) {
    this.businesses = businesses;
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      ObjectFeatures.read(businesses.get(i), features);
      rules.grade(features, 0, i, into);
    }
  }

  @Override
  public RulePeer forThread() {
    return new ObjectsPeer(businesses);
  }

  @Override
  public void add(int business, NewFact fact, Grades into) {
    businesses.get(business).add(fact);
    grade(business, business + 1, into);
  }
}
