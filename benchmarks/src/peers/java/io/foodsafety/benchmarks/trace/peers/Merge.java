package io.foodsafety.benchmarks.trace.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.benchmarks.trace.Figures;
import io.foodsafety.benchmarks.trace.peers.PeerResult.Load;
import io.foodsafety.benchmarks.trace.peers.PeerResult.TaskResult;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the results of all phases into one file, and a table of them into a page. */
final class Merge {

  private static final String BEGIN = "<!-- table: written by --phase merge -->\n";
  private static final String END = "<!-- end of table -->\n";
  private static final String BEGIN_OWN = "<!-- ours: written by --phase merge -->\n";
  private static final String END_OWN = "<!-- end of ours -->\n";

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

  /** The committed file: all that the page is made of. */
  private record Merged(List<PeerResult> peers, List<Figures.Found> ours) {}

  void write(Path results, Path docs) throws IOException {
    List<PeerResult> peers = new ArrayList<>();
    List<Figures.Found> ours = new ArrayList<>();
    read(results, peers, ours);
    Path file = docs.resolve("benchmarks").resolve("trace.json");
    Files.createDirectories(file.getParent());
    json.writeValue(file.toFile(), new Merged(peers, ours));
    Path page = docs.resolve("trace-performance.md");
    String text = replaced(Files.readString(page), BEGIN, END, table(peers));
    Files.writeString(page, replaced(text, BEGIN_OWN, END_OWN, ownTables(ours)));
  }

  private static String replaced(String text, String begin, String end, String content) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(0, from) + content + text.substring(text.indexOf(end));
  }

  private void read(Path results, List<PeerResult> peers, List<Figures.Found> ours)
      throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        if (file.getFileName().toString().startsWith(Figures.PREFIX)) {
          ours.add(json.readValue(file.toFile(), Figures.Found.class));
        } else {
          peers.add(json.readValue(file.toFile(), PeerResult.class));
        }
      }
    }
    peers.sort(
        Comparator.comparingInt((PeerResult result) -> result.network().edges())
            .thenComparing(PeerResult::peer));
    ours.sort(
        Comparator.comparing(Figures.Found::measurement).thenComparingInt(Figures.Found::edges));
  }

  /** For each measurement a table: a row for each figure, a column for each size. */
  private static String ownTables(List<Figures.Found> ours) {
    StringBuilder tables = new StringBuilder();
    Map<String, List<Figures.Found>> byMeasurement =
        ours.stream()
            .collect(
                Collectors.groupingBy(
                    Figures.Found::measurement, TreeMap::new, Collectors.toList()));
    byMeasurement.forEach(
        (measurement, found) -> {
          tables.append("| ").append(measurement).append(", edges |");
          found.forEach(each -> tables.append(String.format(Locale.ROOT, " %,d |", each.edges())));
          tables.append("\n|---|").append("--:|".repeat(found.size())).append('\n');
          Set<String> names = new LinkedHashSet<>();
          found.forEach(each -> names.addAll(each.figures().keySet()));
          names.remove("checksum");
          names.forEach(name -> tables.append(ownRow(name, found)));
          tables.append('\n');
        });
    return tables.toString();
  }

  private static String ownRow(String name, List<Figures.Found> found) {
    StringBuilder row = new StringBuilder("| ").append(name).append(" |");
    for (Figures.Found each : found) {
      row.append(' ')
          .append(
              each.figures().getOrDefault(name, List.of()).stream()
                  .map(value -> value < 10 ? String.format(Locale.ROOT, "%.2f", value) : number(value))
                  .collect(Collectors.joining(" / ")))
          .append(" |");
    }
    return row.append('\n').toString();
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
