package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.peers.RuleResult.Phase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line: names and values, turn by turn; what is named twice has its last value. */
record RuleOptions(
    String phase, String peer, Path results, boolean inThisProcess, Map<String, String> values) {

  private static final List<String> NAMES =
      List.of(
          "phase",
          "peer",
          "businesses",
          "compared",
          "share",
          "seed",
          "rounds",
          "seconds",
          "shard",
          "results",
          "in-this-process");

  static RuleOptions parse(String[] args) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].replaceFirst("^--", "");
      if (!NAMES.contains(name) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            args[i] + " is no option, or has no value; there are " + NAMES + ".");
      }
      values.put(name, args[i + 1]);
    }
    return new RuleOptions(
        values.getOrDefault("phase", "all"),
        values.getOrDefault("peer", ""),
        Path.of(values.getOrDefault("results", "benchmarks/target/rule-peers")),
        values.containsKey("in-this-process"),
        values);
  }

  /** Whether a phase was asked for. */
  boolean asksFor(Phase asked) {
    return phase.equals("all") || phase.equals(asked.code());
  }

  RulePhase measurement(Phase asked) {
    boolean isNation = asked == Phase.NATION;
    return new RulePhase(
        businesses(asked),
        Integer.parseInt(values.getOrDefault("compared", "3000")),
        Double.parseDouble(values.getOrDefault("share", isNation ? "0.2" : "1")),
        Long.parseLong(values.getOrDefault("seed", "1")),
        Integer.parseInt(values.getOrDefault("rounds", "7")),
        Double.parseDouble(values.getOrDefault("seconds", "20")),
        Integer.parseInt(values.getOrDefault("shard", "1000000")));
  }

  private int businesses(Phase asked) {
    String usual =
        switch (asked) {
          case SCORING, INCREMENTAL -> "20000";
          case POPULATION -> "1000000";
          case NATION -> "20000000";
        };
    return Integer.parseInt(values.getOrDefault("businesses", usual));
  }

  Path resultOf(Phase asked, String name) {
    return results.resolve(
        "%s-%s-%d.json".formatted(asked.code(), name, businesses(asked)));
  }
}
