package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationGenerator;
import io.foodsafety.benchmarks.rules.peers.RulePeer.Loader;
import io.foodsafety.benchmarks.rules.peers.RuleResult.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Measures one peer in this process: the rules by hand and then the peer, round by round; by hand
 * over columns, or over objects where facts are added. All grades are compared: some with the
 * interpreter's before anything is timed, every one of the rounds with those by hand.
 *
 * @param businesses that a fast peer grades
 * @param compared with the interpreter
 * @param share of about 50 facts for each business
 * @param rounds paired ones
 * @param seconds how long the peer may take in all; a slow one does less in a round
 * @param shard businesses of a nation that are loaded at a time
 */
record RulePhase(
    int businesses, int compared, double share, long seed, int rounds, double seconds, int shard) {

  private static final int FEWEST = 20;
  private static final double WARM_UP_SHARE = 0.4;
  private static final int WARM_UPS_BY_HAND = 12;

  RuleResult measure(Phase phase, String name, Loader loader, int most, Path folder)
      throws Exception {
    PopulationGenerator generator = new PopulationGenerator(seed, share);
    if (phase == Phase.NATION) {
      int atATime = Math.min(Math.min(shard, most), businesses);
      return new NationPhase(businesses, atATime, compared, generator, new Random(seed))
          .measure(name, loader, folder);
    }
    int size = Math.min(businesses, most);
    Population population = generator.generate(0, size);
    int checked = Math.min(compared, size);
    checkFirst(checked, loader, folder);
    RoundTimes times = new RoundTimes();
    int done;
    try (RulePeer peer = loader.load(population, folder)) {
      done = measure(phase, population, peer, times);
    }
    return RuleResult.of(
        phase,
        name,
        size,
        population.factCount(),
        checked,
        done,
        times.ratios(),
        times.speedByHand(),
        times.speedOfTheirs());
  }

  /** Measures rounds; returns how much the peer did in each. */
  private int measure(Phase phase, Population population, RulePeer peer, RoundTimes times)
      throws InterruptedException {
    if (phase == Phase.INCREMENTAL) {
      if (!(peer instanceof GrowingPeer growing)) {
        throw new IllegalArgumentException("The peer takes no facts.");
      }
      return addFacts(new ObjectsPeer(population), growing, population.size(), times);
    }
    RulePeer byHand = new HandWrittenPeer(population);
    return phase == Phase.SCORING
        ? score(byHand, peer, population.size(), times)
        : gradeAll(byHand, peer, population.size(), times);
  }

  /** The first businesses, once by the interpreter, by hand, and by the peer. */
  private void checkFirst(int checked, Loader loader, Path folder) throws Exception {
    Population first = new PopulationGenerator(seed, share).generate(0, checked);
    Grades found = new Grades(checked);
    new HandWrittenPeer(first).grade(0, checked, found);
    GradeCheck.sameAsInterpreter(first, found, 0);
    try (RulePeer peer = loader.load(first, Files.createDirectories(folder.resolve("first")))) {
      peer.grade(0, checked, found);
    }
    GradeCheck.sameAsInterpreter(first, found, 0);
  }

  private int score(RulePeer byHand, RulePeer peer, int size, RoundTimes times) {
    Grades right = new Grades(size);
    Grades found = new Grades(size);
    for (int i = 0; i < WARM_UPS_BY_HAND; i++) {
      time(byHand, size, right);
    }
    int count = affordable(peer, size, found);
    for (int round = 0; round < rounds; round++) {
      times.add(
          (double) time(byHand, size, right) / size, (double) time(peer, count, found) / count);
      GradeCheck.same(right, found, 0, count);
    }
    return count;
  }

  private static long time(RulePeer peer, int count, Grades into) {
    long before = System.nanoTime();
    peer.grade(0, count, into);
    return System.nanoTime() - before;
  }

  /** Warms the peer up on more and more businesses; returns how many it can do in a round. */
  private int affordable(RulePeer peer, int size, Grades into) {
    double spent = 0;
    int count = peer.usesAllProcessors() ? size : FEWEST / 2;
    double last;
    do {
      count = Math.min(count * 2, size);
      last = time(peer, count, into) / 1e9;
      spent += last;
    } while (spent < seconds * WARM_UP_SHARE);
    if (peer.usesAllProcessors()) {
      return size; // one call for all: a part of them would not take a part of the time
    }
    double perRound = (seconds - spent) / rounds;
    return (int) Math.max(FEWEST, Math.min(size, count * perRound / last));
  }

  private int gradeAll(RulePeer byHand, RulePeer peer, int size, RoundTimes times)
      throws InterruptedException {
    Grades right = new Grades(size);
    Grades found = new Grades(size);
    for (int round = -1; round < rounds; round++) {
      long hand = Halves.time(byHand, size, right);
      long other = Halves.time(peer, size, found);
      GradeCheck.same(right, found, 0, size);
      if (round >= 0) {
        times.add((double) hand / size, (double) other / size);
      }
    }
    return size;
  }

  private int addFacts(GrowingPeer byHand, GrowingPeer peer, int size, RoundTimes times) {
    Grades right = new Grades(size);
    Grades found = new Grades(size);
    Random random = new Random(seed + 1);
    int count = FEWEST;
    double spent = 0;
    while (spent < seconds * WARM_UP_SHARE) {
      count = Math.min(count * 2, size);
      spent += addRound(byHand, peer, count, random, right, found, new RoundTimes());
    }
    for (int round = 0; round < rounds; round++) {
      addRound(byHand, peer, count, random, right, found, times);
    }
    return count;
  }

  /** Returns the seconds it took. */
  private static double addRound(
      GrowingPeer byHand,
      GrowingPeer peer,
      int count,
      Random random,
      Grades right,
      Grades found,
      RoundTimes times) {
    long before = System.nanoTime();
    List<NewFact> facts = NewFacts.draw(random.nextLong(), count);
    int[] businesses = random.ints(count, 0, right.grades().length).toArray();
    long[] hand = add(byHand, businesses, facts, right);
    long[] other = add(peer, businesses, facts, found);
    for (int business : businesses) {
      GradeCheck.same(right, found, business, business + 1);
    }
    times.addSingles(hand, other);
    return (System.nanoTime() - before) / 1e9;
  }

  private static long[] add(GrowingPeer peer, int[] businesses, List<NewFact> facts, Grades into) {
    long[] times = new long[businesses.length];
    for (int i = 0; i < times.length; i++) {
      long before = System.nanoTime();
      peer.add(businesses[i], facts.get(i), into);
      times[i] = System.nanoTime() - before;
    }
    return times;
  }
}
