package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationGenerator;
import io.foodsafety.benchmarks.rules.peers.RulePeer.Loader;
import io.foodsafety.benchmarks.rules.peers.RuleResult.Phase;
import io.foodsafety.benchmarks.rules.peers.RuleResult.Speed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Measures one peer on more businesses than fit into the memory of a process: shard by shard. A
 * shard is made and loaded, which is not timed, and then graded once by hand and once by the peer,
 * on all processors. All grades are compared with those by hand, and some of each shard with the
 * interpreter's. Used once.
 */
final class NationPhase {

  private final int businesses;
  private final int shard;
  private final int comparedOfShard;
  private final PopulationGenerator generator;
  private final Random random;
  private final RoundTimes times = new RoundTimes();
  private long facts;
  private int compared;
  private double nanosByHand;
  private double nanosOfTheirs;

  /**
   * A nation.
   *
   * @param businesses in all
   * @param shard how many of them are loaded at a time
   * @param compared with the interpreter, about so many in all
   * @param generator makes them
   */
  NationPhase(
      int businesses, int shard, int compared, PopulationGenerator generator, Random random) {
    this.businesses = businesses;
    this.shard = shard;
    int shards = (businesses + shard - 1) / shard;
    this.comparedOfShard = (compared + shards - 1) / shards;
    this.generator = generator;
    this.random = random;
  }

  RuleResult measure(String name, Loader loader, Path folder) throws Exception {
    for (int first = 0; first < businesses; first += shard) {
      Path files = Files.createDirectories(folder.resolve("shard-" + first));
      gradeShard(first, Math.min(shard, businesses - first), loader, files);
    }
    return RuleResult.of(
        Phase.NATION,
        name,
        businesses,
        facts,
        compared,
        shard,
        times.ratios(),
        new Speed(nanosByHand / businesses, 0, 0),
        new Speed(nanosOfTheirs / businesses, 0, 0));
  }

  private void gradeShard(int first, int size, Loader loader, Path files) throws Exception {
    Population population = generator.generate(first, size);
    facts += population.factCount();
    Grades right = new Grades(size);
    Grades found = new Grades(size);
    RulePeer byHand = new HandWrittenPeer(population);
    try (RulePeer peer = loader.load(population, files)) {
      if (first == 0) {
        time(byHand, right, peer, found); // until the code is compiled
      }
      long[] nanos = time(byHand, right, peer, found);
      nanosByHand += nanos[0];
      nanosOfTheirs += nanos[1];
      times.add((double) nanos[0] / size, (double) nanos[1] / size);
    }
    GradeCheck.same(right, found, 0, size);
    int count = Math.min(comparedOfShard, size);
    int from = random.nextInt(size - count + 1);
    GradeCheck.sameAsInterpreter(generator.generate(first + from, count), found, from);
    compared += count;
  }

  private static long[] time(RulePeer byHand, Grades right, RulePeer peer, Grades found)
      throws InterruptedException {
    int size = right.grades().length;
    return new long[] {Halves.time(byHand, size, right), Halves.time(peer, size, found)};
  }
}
