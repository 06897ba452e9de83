package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.Setup;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.util.List;

/** What one phase measured. */
record PeerResult(
    String peer, Network network, Setup setup, Load ours, Load theirs, List<TaskResult> tasks) {

  /** What was asked about. */
  record Network(int edges, int nodes, int lots, long seed, boolean transformationNodes) {}

  /** How long loading took, and what it left in the heap or in files. */
  record Load(double seconds, double bytesPerEdge, boolean inFiles) {}

  /**
   * A task, on the same starts.
   *
   * @param ratio theirs by ours, the median of paired rounds; and the least and the greatest
   */
  record TaskResult(
      Task task,
      int starts,
      double meanLots,
      double meanEdges,
      int rounds,
      double ratio,
      double leastRatio,
      double greatestRatio,
      Speed ours,
      Speed theirs) {}

  /** Medians of rounds; percentiles of all searches, in microseconds. */
  record Speed(double nanosPerEdge, double closuresPerSecond, double p50, double p99) {}
}
