package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;

/** A loaded population to which facts can be added. */
public interface GrowingPeer extends RulePeer {

  /** Adds a fact to a business, for good, and grades it again. */
  void add(int business, NewFact fact, Grades into);
}
