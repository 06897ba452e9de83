package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.trace.Setup;
import java.util.Locale;

/**
 * What one phase of one peer measured.
 *
 * @param phase what was done
 * @param peer who did it
 * @param businesses how many there were
 * @param facts how many they had
 * @param compared how many grades were compared with the interpreter's before anything was timed
 * @param done how many businesses the peer graded, or facts it added, in a round; of a nation, how
 *     many a shard has
 * @param setup how it was run
 * @param rounds how many; of a nation, how many shards
 * @param ratio theirs by the rules by hand, the median of paired rounds
 * @param leastRatio the least
 * @param greatestRatio the greatest
 * @param byHand the rules by hand in the same rounds: over columns, or over objects where facts are
 *     added
 * @param theirs the peer
 */
record RuleResult(
    Phase phase,
    String peer,
    int businesses,
    long facts,
    int compared,
    int done,
    Setup setup,
    int rounds,
    double ratio,
    double leastRatio,
    double greatestRatio,
    Speed byHand,
    Speed theirs) {

  /**
   * What this process has measured.
   *
   * @param ratios those of the rounds, least first
   */
  static RuleResult of(
      Phase phase,
      String peer,
      int businesses,
      long facts,
      int compared,
      int done,
      double[] ratios,
      Speed byHand,
      Speed theirs) {
    return new RuleResult(
        phase,
        peer,
        businesses,
        facts,
        compared,
        done,
        Setup.now(),
        ratios.length,
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1],
        byHand,
        theirs);
  }

  /** What is measured. */
  enum Phase {
    /** Businesses one after another on one thread. */
    SCORING,
    /** All businesses on two threads. */
    POPULATION,
    /** More businesses than fit into memory, shard by shard, each once on two threads. */
    NATION,
    /** A new fact, and the grade that follows. */
    INCREMENTAL;

    /** {@return the name on the command line} */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Nanoseconds for one business or fact.
   *
   * @param mean the median of the rounds' means; of a nation, the mean of all its businesses
   * @param p50 of single facts; 0 in other phases
   * @param p99 of single facts; 0 in other phases
   */
  record Speed(double mean, double p50, double p99) {}
}
