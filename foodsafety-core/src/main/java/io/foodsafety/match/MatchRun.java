package io.foodsafety.match;

import io.foodsafety.match.internal.Blocks;
import io.foodsafety.match.internal.Comparison;
import io.foodsafety.match.internal.MatchRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A population that is searched for businesses registered several times. It holds what is compared
 * of every business, some 600 bytes each; pairs are made for a few thousand businesses at a time.
 * For one thread.
 */
public final class MatchRun {

  private static final int AT_ONCE = 20_000;

  private final List<MatchRecord> population;
  private final Blocks blocks;
  private final MatchPolicy policy;
  private long compared;

  MatchRun(List<MatchRecord> population, MatchPolicy policy) {
    this.population = population;
    this.blocks = Blocks.of(population, policy.maxBlock());
    this.policy = policy;
  }

  /**
   * The pairs that are the same or to be reviewed, in the order of the population.
   *
   * @return the pairs; each reading compares anew
   */
  public Stream<Match> matches() {
    compared = 0;
    int parts = (population.size() + AT_ONCE - 1) / AT_ONCE;
    return IntStream.range(0, parts)
        .boxed()
        .flatMap(part -> matches(blocks.pairs(part * AT_ONCE, (part + 1) * AT_ONCE)));
  }

  private Stream<Match> matches(long[] pairs) {
    compared += pairs.length;
    return Arrays.stream(pairs)
        .mapToObj(
            pair ->
                Comparison.compare(
                    population.get((int) (pair >>> Integer.SIZE)),
                    population.get((int) pair),
                    policy))
        .filter(match -> match.verdict() != Match.Verdict.DIFFERENT);
  }

  /** {@return how many businesses there are} */
  public int businesses() {
    return population.size();
  }

  /** {@return how many pairs the last reading has compared so far} */
  public long compared() {
    return compared;
  }

  /** {@return how many keys were left out because too many businesses share them} */
  public int skippedBlocks() {
    return blocks.skipped();
  }
}
