package io.foodsafety.benchmarks.rules.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.foodsafety.benchmarks.rules.peers.RulePeer.Loader;
import io.foodsafety.benchmarks.rules.peers.RuleResult.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs the phases of each peer one after another, each in a process of its own, and merges what
 * they found.
 */
public final class RulePeers {

  private static final List<String> FLAGS =
      List.of(
          "-Xmx8g",
          "-XX:+UseParallelGC",
          "-XX:+UseTransparentHugePages",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private static final int ANY = Integer.MAX_VALUE;
  private static final int MILLION = 1_000_000;
  private static final int WITH_OBJECTS = 400_000;
  private static final int SLOW = 20_000;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A peer.
   *
   * @param most businesses at a time that fit into the memory of a process, or the patience of a
   *     reader
   */
  private record Entry(Loader loader, int most, List<Phase> phases) {}

  private static final Map<String, Entry> PEERS = peers();

  private RulePeers() {}

  private static Map<String, Entry> peers() {
    Map<String, Entry> peers = new LinkedHashMap<>();
    List<Phase> whole = List.of(Phase.SCORING, Phase.POPULATION);
    List<Phase> growing = List.of(Phase.SCORING, Phase.POPULATION, Phase.INCREMENTAL);
    peers.put("by-hand", new Entry((data, folder) -> new HandWrittenPeer(data), ANY, whole));
    peers.put(
        "by-hand-explained",
        new Entry((data, folder) -> new ExplainedPeer(data), MILLION, whole));
    peers.put(
        "by-hand-objects", new Entry((data, folder) -> new ObjectsPeer(data), WITH_OBJECTS, growing));
    peers.put("interpreter", new Entry((data, folder) -> new InterpreterPeer(data), SLOW, growing));
    peers.put(
        "foodsafety-plan",
        new Entry(
            (data, folder) -> new PlanPeer(data, false),
            ANY,
            List.of(Phase.SCORING, Phase.POPULATION, Phase.NATION)));
    peers.put(
        "foodsafety-plan-explained",
        new Entry((data, folder) -> new PlanPeer(data, true), WITH_OBJECTS, whole));
    peers.put(
        "foodsafety-plan-one",
        new Entry((data, folder) -> new PlanOnePeer(data), SLOW, List.of(Phase.INCREMENTAL)));
    peers.put(
        "foodsafety-plan-followed",
        new Entry((data, folder) -> new PlanFollowedPeer(data), SLOW, List.of(Phase.INCREMENTAL)));
    peers.put("drools", new Entry((data, folder) -> new DroolsPeer(data), SLOW, growing));
    peers.put("aviator", over(AviatorRules::new));
    peers.put(
        "aviator-facts",
        new Entry((data, folder) -> new FactsPeer(data, AviatorFactRules::new), SLOW, whole));
    peers.put("qlexpress", over(QlExpressRules::new));
    peers.put(
        "qlexpress-facts",
        new Entry((data, folder) -> new FactsPeer(data, QlExpressFactRules::new), SLOW, whole));
    peers.put("cel", over(CelRules::new));
    peers.put("kie-dmn", over(KieDmnRules::new));
    peers.put("camunda-dmn", over(CamundaDmnRules::new));
    peers.put("duckdb", new Entry(DuckDbRulePeer::load, MILLION, whole));
    return peers;
  }

  /** Rules over features. */
  private static Entry over(Supplier<FeaturePeer.Rules> rules) {
    return new Entry(
        (data, folder) -> new FeaturePeer(data, rules),
        SLOW,
        List.of(Phase.SCORING, Phase.POPULATION));
  }

  /** See {@code docs/rule-performance.md}. */
  public static void main(String[] args) throws Exception {
    RuleOptions options = RuleOptions.parse(args);
    if (options.phase().equals("merge")) {
      new RuleMerge(JSON).write(options.results(), Path.of("docs"));
      return;
    }
    if (options.inThisProcess()) {
      measure(Phase.valueOf(options.phase()), options);
      return;
    }
    List<String> names =
        PEERS.keySet().stream().filter(name -> name.startsWith(options.peer())).toList();
    List<Phase> phases = Stream.of(Phase.values()).filter(options::asksFor).toList();
    if (names.isEmpty() || phases.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no such phase or peer, but %s and %s."
              .formatted(List.of(Phase.values()), PEERS.keySet()));
    }
    Files.createDirectories(options.results());
    for (Phase phase : phases) {
      for (String name : names) {
        if (entry(name).phases().contains(phase)
            && !Files.exists(options.resultOf(phase, name))) {
          fork(phase, name, args);
        }
      }
    }
  }

  private static Entry entry(String name) {
    return Objects.requireNonNull(PEERS.get(name));
  }

  private static void fork(Phase phase, String name, String[] args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RulePeers.class.getName());
    command.addAll(List.of(args));
    command.addAll(List.of("--phase", phase.name(), "--peer", name, "--in-this-process", "true"));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          "The phase %s of %s ended with %d.".formatted(phase.code(), name, status));
    }
  }

  private static void measure(Phase phase, RuleOptions options) throws Exception {
    String name = options.peer();
    Entry entry = entry(name);
    Path folder = Files.createTempDirectory("rule-peer-");
    try {
      RuleResult result =
          options.measurement(phase).measure(phase, name, entry.loader(), entry.most(), folder);
      Path unfinished = options.results().resolve(phase.code() + "-" + name + ".unfinished");
      JSON.writeValue(unfinished.toFile(), result);
      Files.move(unfinished, options.resultOf(phase, name));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
