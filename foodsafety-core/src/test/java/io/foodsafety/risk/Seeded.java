package io.foodsafety.risk;

import java.util.Random;

/**
 * Random cases that can be had again: a failure names the seed, {@code -Dfoodsafety.seed} sets it.
 */
final class Seeded {

  /** A case. */
  interface Case {
    void run(Random random) throws Exception;
  }

  private Seeded() {}

  static void check(int cases, Case each) {
    long seed = Long.getLong("foodsafety.seed", System.nanoTime());
    for (int i = 0; i < cases; i++) {
      try {
        each.run(new Random(seed + i));
      } catch (Exception | AssertionError | StackOverflowError e) {
        throw new AssertionError(
            "Case %d fails; rerun with -Dfoodsafety.seed=%d%n%s".formatted(i, seed + i, e), e);
      }
    }
  }
}
