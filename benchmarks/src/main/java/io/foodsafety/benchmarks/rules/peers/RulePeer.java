package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import java.nio.file.Path;
import java.sql.SQLException;

/** A loaded population that is graded by the policy. Not safe for use by many threads. */
public interface RulePeer extends AutoCloseable {

  /** Loads a population. */
  @FunctionalInterface
  interface Loader {
    /** Loads all of it, in the form that suits the peer; files go into a folder of its own. */
    RulePeer load(Population population, Path folder) throws Exception;
  }

  /**
   * Grades a range of businesses, each from all its facts.
   *
   * @param from the first, counted from 0 in the population
   * @param to after the last
   * @param into as many places as the population has businesses
   */
  void grade(int from, int to, Grades into);

  /** The same loaded population for another thread; this one if it may be shared. */
  default RulePeer forThread() {
    return this;
  }

  /** Whether one call uses all processors. */
  default boolean usesAllProcessors() {
    return false;
  }

  @Override
  default void close() throws SQLException {}
}
