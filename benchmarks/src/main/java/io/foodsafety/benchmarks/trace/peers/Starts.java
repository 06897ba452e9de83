package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.ReferenceSearch.Expected;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The starts of all searches: drawn from a seed, with their right answers. Most lots lead nowhere,
 * and a few to a quarter of the network: of a sample with the latter one would measure these alone.
 * Both are left out.
 */
final class Starts {

  static final int FEWEST_LOTS = 5;
  static final int MOST_LOTS = 30_000;

  private final List<Expected> drawn;

  Starts(TimedEdges edges, Task task, int count, long seed) {
    ReferenceSearch search = new ReferenceSearch(edges);
    drawn =
        new SplittableRandom(seed)
            .ints(0, edges.lots())
            .limit(100L * count)
            .mapToObj(start -> search.search(task, start))
            .filter(Starts::isInRange)
            .limit(count)
            .toList();
  }

  private static boolean isInRange(Expected expected) {
    long lots = expected.answer().lots();
    return FEWEST_LOTS <= lots && lots <= MOST_LOTS;
  }

  List<Expected> all() {
    return drawn;
  }

  /**
   * A part of them for a peer that could not do all, as indexes: the middle one of each of so many
   * groups of like size, because few starts reach most of what is reached, and a part drawn at
   * random would have too many of those or none.
   */
  int[] sample(int count) {
    int groups = Math.min(count, drawn.size());
    int[] bySize =
        IntStream.range(0, drawn.size())
            .boxed()
            .sorted(Comparator.comparingLong(i -> drawn.get(i).edges()))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] sample = new int[groups];
    Arrays.setAll(sample, i -> bySize[(int) ((i + 0.5) * bySize.length / groups)]);
    Arrays.sort(sample); // in the order drawn, not by size
    return sample;
  }
}
