package io.foodsafety.benchmarks.rules;

/** Random numbers that only depend on a seed (SplitMix64). Not safe for use by many threads. */
final class SplitMix {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix(long seed, long stream) {
    state = mix(seed + GAMMA * (stream + 1));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** From 0 on, below 1. */
  double unit() {
    state += GAMMA;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /** From 0 on, below the bound. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** From 0 on, small numbers more often: the square of an even number. */
  int skewed(int bound) {
    double unit = unit();
    return (int) (unit * unit * bound);
  }

  /** Which of some weights, by chance. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = below(sum);
    int i = 0;
    while (left >= weights[i]) {
      left -= weights[i];
      i++;
    }
    return i;
  }
}
