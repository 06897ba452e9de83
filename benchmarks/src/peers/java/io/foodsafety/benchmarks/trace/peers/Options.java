package io.foodsafety.benchmarks.trace.peers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line: names and values, turn by turn; what is named twice has its last value. */
record Options(String phase, Path results, boolean inThisProcess, PeerPhase measurement) {

  private static final List<String> NAMES =
      List.of(
          "phase",
          "edges",
          "transformation-nodes",
          "seed",
          "starts",
          "rounds",
          "seconds",
          "results",
          "in-this-process");

  static Options parse(String[] args) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].replaceFirst("^--", "");
      if (!NAMES.contains(name) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            args[i] + " is no option, or has no value; there are " + NAMES + ".");
      }
      values.put(name, args[i + 1]);
    }
    return new Options(
        values.getOrDefault("phase", "all"),
        Path.of(values.getOrDefault("results", "benchmarks/target/trace-peers")),
        values.containsKey("in-this-process"),
        new PeerPhase(
            Integer.parseInt(values.getOrDefault("edges", "1000000")),
            Boolean.parseBoolean(values.getOrDefault("transformation-nodes", "true")),
            Long.parseLong(values.getOrDefault("seed", "1")),
            Integer.parseInt(values.getOrDefault("starts", "4000")),
            Integer.parseInt(values.getOrDefault("rounds", "7")),
            Double.parseDouble(values.getOrDefault("seconds", "30"))));
  }

  Path resultOf(String peer) {
    return results.resolve(peer + "-" + measurement.edges() + ".json");
  }
}
