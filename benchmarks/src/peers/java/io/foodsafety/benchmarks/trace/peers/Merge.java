package io.foodsafety.benchmarks.trace.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.benchmarks.trace.peers.PeerResult.Load;
import io.foodsafety.benchmarks.trace.peers.PeerResult.TaskResult;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the results of all phases into one file, and a table of them into a page. */
final class Merge {

  private static final String BEGIN = "<!-- table: written by --phase merge -->\n";
  private static final String END = "<!-- end of table -->\n";

  /** What was to be reached at 1,000,000 edges: least ratios, by peer. */
  private static final Map<Task, Map<String, Integer>> GOALS =
      Map.of(
          Task.CLOSURE,
          Map.of(
              "jgrapht-sparse", 7,
              "jgrapht-multigraph", 12,
              "guava-value-graph", 15,
              "tinkergraph-gremlin", 25,
              "neo4j-core", 20),
          Task.EARLIEST_ARRIVAL,
          Map.of(
              "jgrapht-weighted", 20,
              "objects", 8,
              "sqlite", 60,
              "postgresql", 80,
              "duckdb", 250));

  private final ObjectMapper json;

  Merge(ObjectMapper json) {
    this.json = json;
  }

  void write(Path results, Path docs) throws IOException {
    List<PeerResult> all = read(results);
    Path file = docs.resolve("benchmarks").resolve("trace-peers.json");
    Files.createDirectories(file.getParent());
    json.writeValue(file.toFile(), all);
    Path page = docs.resolve("trace-performance.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        page, text.substring(0, from) + table(all) + text.substring(text.indexOf(END)));
  }

  private List<PeerResult> read(Path results) throws IOException {
    List<PeerResult> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(results)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        all.add(json.readValue(file.toFile(), PeerResult.class));
      }
    }
    all.sort(
        Comparator.comparingInt((PeerResult result) -> result.network().edges())
            .thenComparing(PeerResult::peer));
    return all;
  }

  private static String table(List<PeerResult> all) {
    StringBuilder table =
        new StringBuilder(
            """
            | peer | edges | load, s | bytes per edge | task | searches | mean lots | ratio (least to greatest) | goal | theirs / ours: ns per edge | closures per second | p50, \u00b5s | p99, \u00b5s |
            |---|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
    for (PeerResult result : all) {
      for (TaskResult task : result.tasks()) {
        table.append(row(result, task));
      }
    }
    return table.toString();
  }

  private static String row(PeerResult result, TaskResult task) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s / %s | %s / %s | %s | %,d | %,.0f | **%s** (%s to %s) | %s |"
            + " %s | %s | %s | %s |%n",
        result.peer(),
        result.network().edges(),
        number(result.theirs().seconds()),
        number(result.ours().seconds()),
        bytes(result.theirs()),
        bytes(result.ours()),
        task.task() == Task.CLOSURE ? "closure" : "earliest arrival",
        task.starts(),
        task.meanLots(),
        number(task.ratio()),
        number(task.leastRatio()),
        number(task.greatestRatio()),
        goal(result, task),
        both(task, PeerResult.Speed::nanosPerEdge),
        both(task, PeerResult.Speed::closuresPerSecond),
        both(task, PeerResult.Speed::p50),
        both(task, PeerResult.Speed::p99));
  }

  private static String goal(PeerResult result, TaskResult task) {
    return Optional.ofNullable(GOALS.get(task.task()))
        .map(goals -> goals.get(result.peer()))
        .map(least -> "\u2265 " + least)
        .orElse("");
  }

  private static String bytes(Load load) {
    return number(load.bytesPerEdge()) + (load.inFiles() ? " in files" : "");
  }

  private static String both(TaskResult task, Function<PeerResult.Speed, Double> what) {
    return number(what.apply(task.theirs())) + " / " + number(what.apply(task.ours()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
