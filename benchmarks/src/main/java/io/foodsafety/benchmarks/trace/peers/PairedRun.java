package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.PeerResult.Speed;
import io.foodsafety.benchmarks.trace.peers.PeerResult.TaskResult;
import io.foodsafety.benchmarks.trace.peers.ReferenceSearch.Expected;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Asks us and then the peer, round by round, on the same starts; what else the machine does hits
 * both. Every answer is compared with the right one.
 *
 * <p>Each of our rounds asks for all starts, of which those of the peer's sample count: alone, the
 * few of a slow peer would stay in the processor's cache.
 */
final class PairedRun {

  private static final int FEWEST = 20;
  private static final double WARM_UP_SHARE = 0.3;
  private static final double OUR_SHARE = 0.01;

  private final TracePeer ours;
  private final TracePeer theirs;
  private final Task task;
  private final Starts starts;
  private final int[] all;

  PairedRun(TracePeer ours, TracePeer theirs, Task task, Starts starts) {
    this.ours = ours;
    this.theirs = theirs;
    this.task = task;
    this.starts = starts;
    this.all = starts.sample(Integer.MAX_VALUE);
  }

  /** Measures in about so many seconds; a peer that is very slow needs more. */
  TaskResult run(int rounds, double seconds) {
    for (int i = 0; i < 5; i++) {
      ourRound(seconds);
    }
    int[] sample = starts.sample(affordable(seconds, rounds));
    double[] ourTimes = new double[rounds];
    double[] theirTimes = new double[rounds];
    double[] ratios = new double[rounds];
    long[][] ourSingles = new long[rounds][];
    long[][] theirSingles = new long[rounds][];
    for (int round = 0; round < rounds; round++) {
      long[] ofAll = ourRound(seconds);
      ourSingles[round] = Arrays.stream(sample).mapToLong(i -> ofAll[i]).toArray();
      theirSingles[round] = time(theirs, sample);
      ourTimes[round] = Arrays.stream(ourSingles[round]).sum();
      theirTimes[round] = Arrays.stream(theirSingles[round]).sum();
      ratios[round] = theirTimes[round] / ourTimes[round];
    }
    Arrays.sort(ratios);
    double lots = Arrays.stream(sample).mapToLong(i -> expected(i).answer().lots()).sum();
    double edges = Arrays.stream(sample).mapToLong(i -> expected(i).edges()).sum();
    return new TaskResult(
        task,
        sample.length,
        lots / sample.length,
        edges / sample.length,
        rounds,
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1],
        speed(ourTimes, ourSingles, edges),
        speed(theirTimes, theirSingles, edges));
  }

  /** As often as it takes to be no moment; the times of the median. */
  private long[] ourRound(double seconds) {
    List<long[]> passes = new ArrayList<>();
    double spent = 0;
    while (spent < seconds * OUR_SHARE * 1e9) {
      passes.add(time(ours, all));
      spent += Arrays.stream(passes.get(passes.size() - 1)).sum();
    }
    passes.sort(Comparator.comparingLong(times -> Arrays.stream(times).sum()));
    return passes.get(passes.size() / 2);
  }

  /** Warms the peer up on more and more starts; returns how many it can do in a round. */
  private int affordable(double seconds, int rounds) {
    double spent = 0;
    int count = FEWEST / 2;
    double last;
    do {
      count = Math.min(count * 2, all.length);
      last = Arrays.stream(time(theirs, starts.sample(count))).sum() / 1e9;
      spent += last;
    } while (spent < seconds * WARM_UP_SHARE);
    double perRound = (seconds - spent) / rounds;
    return (int) Math.max(FEWEST, Math.min(all.length, count * perRound / last));
  }

  private long[] time(TracePeer peer, int[] sample) {
    long[] times = new long[sample.length];
    Answer[] answers = new Answer[sample.length];
    long before = System.nanoTime();
    for (int i = 0; i < sample.length; i++) {
      answers[i] = task.ask(peer, expected(sample[i]).start());
      long now = System.nanoTime();
      times[i] = now - before;
      before = now;
    }
    for (int i = 0; i < sample.length; i++) {
      Expected expected = expected(sample[i]);
      if (!answers[i].equals(expected.answer())) {
        throw new IllegalStateException(
            String.format(
                "%s from %d by %s: %s, but %s is right.",
                task,
                expected.start(),
                peer.getClass().getSimpleName(),
                answers[i],
                expected.answer()));
      }
    }
    return times;
  }

  private Expected expected(int i) {
    return starts.all().get(i);
  }

  private static Speed speed(double[] times, long[][] singles, double edges) {
    Arrays.sort(times);
    double median = times[times.length / 2];
    long[] sorted = Arrays.stream(singles).flatMapToLong(Arrays::stream).sorted().toArray();
    int searches = singles[0].length;
    return new Speed(
        median / edges,
        searches * 1e9 / median,
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3);
  }
}
