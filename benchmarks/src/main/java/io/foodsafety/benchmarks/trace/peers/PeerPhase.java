package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.Setup;
import io.foodsafety.benchmarks.trace.peers.PeerResult.Load;
import io.foodsafety.benchmarks.trace.peers.PeerResult.Network;
import io.foodsafety.benchmarks.trace.peers.PeerResult.TaskResult;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Loader;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures one peer in this process.
 *
 * @param edges of the network
 * @param starts the number of searches of a fast peer's round
 * @param rounds the number of paired rounds
 * @param seconds how long a task of a peer may take
 */
record PeerPhase(
    int edges, boolean transformationNodes, long seed, int starts, int rounds, double seconds) {

  PeerResult measure(String name, Loader loader, Path folder) throws Exception {
    TimedEdges network = TimedEdges.generate(seed, edges, transformationNodes);
    Loaded ours = load((all, none) -> new FoodSafetyPeer(all), network, folder);
    Loaded theirs = load(loader, network, folder);
    List<TaskResult> tasks = new ArrayList<>();
    try (TracePeer peer = theirs.peer) {
      for (Task task : Task.values()) {
        if (peer.answers(task)) {
          Starts drawn = new Starts(network, task, starts, seed + 1);
          tasks.add(new PairedRun(ours.peer, peer, task, drawn).run(rounds, seconds));
        }
      }
    }
    return new PeerResult(
        name,
        new Network(network.size(), network.nodes(), network.lots(), seed, transformationNodes),
        Setup.now(),
        ours.load,
        theirs.load,
        tasks);
  }

  private record Loaded(TracePeer peer, Load load) {}

  private static Loaded load(Loader loader, TimedEdges network, Path folder) throws Exception {
    long heap = usedHeap();
    long before = System.nanoTime();
    TracePeer peer = loader.load(network, folder);
    double seconds = (System.nanoTime() - before) / 1e9;
    boolean inFiles = peer.bytesInFiles() >= 0;
    long bytes = inFiles ? peer.bytesInFiles() : usedHeap() - heap;
    return new Loaded(peer, new Load(seconds, (double) bytes / network.size(), inFiles));
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
