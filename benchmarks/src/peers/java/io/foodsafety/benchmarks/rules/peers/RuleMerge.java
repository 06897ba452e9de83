package io.foodsafety.benchmarks.rules.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.benchmarks.rules.peers.RuleResult.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the results of all phases into one file, and a table of each phase into a page. */
final class RuleMerge {

  private static final String END = "<!-- end of table -->\n";

  /** The peer that is the library itself. */
  private static final String LIBRARY = "foodsafety-plan";

  /** What was to be reached: how many times as fast as these the library is to be. */
  private static final Map<String, Integer> GOALS =
      Map.of("drools", 150, "aviator", 120, "aviator-facts", 120, "duckdb", 8);

  private final ObjectMapper json;

  RuleMerge(ObjectMapper json) {
    this.json = json;
  }

  /** Results take the place of those of the same phase, peer and size; all others stay. */
  void write(Path results, Path docs) throws IOException {
    Path file = docs.resolve("benchmarks").resolve("rules.json");
    List<RuleResult> all = new ArrayList<>(read(results));
    if (Files.exists(file)) {
      for (RuleResult known : json.readValue(file.toFile(), RuleResult[].class)) {
        if (all.stream().noneMatch(result -> isAbout(result, known))) {
          all.add(known);
        }
      }
    }
    all.sort(
        Comparator.comparing(RuleResult::phase)
            .thenComparingInt(RuleResult::businesses)
            .thenComparing(result -> result.theirs().mean()));
    Files.createDirectories(file.getParent());
    json.writeValue(file.toFile(), all);
    Path page = docs.resolve("rule-performance.md");
    String text = Files.readString(page);
    for (Phase phase : Phase.values()) {
      String begin = "<!-- %s: written by --phase merge -->\n".formatted(phase.code());
      int from = text.indexOf(begin) + begin.length();
      int to = text.indexOf(END, from);
      text = text.substring(0, from) + table(phase, all) + text.substring(to);
    }
    Files.writeString(page, text);
  }

  private List<RuleResult> read(Path results) throws IOException {
    List<RuleResult> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(results)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        all.add(json.readValue(file.toFile(), RuleResult.class));
      }
    }
    return all;
  }

  private static boolean isAbout(RuleResult result, RuleResult other) {
    return result.phase() == other.phase()
        && result.peer().equals(other.peer())
        && result.businesses() == other.businesses();
  }

  private static String table(Phase phase, List<RuleResult> all) {
    List<RuleResult> own = all.stream().filter(result -> result.phase() == phase).toList();
    StringBuilder table =
        new StringBuilder(
            switch (phase) {
              case SCORING ->
                  """
                  | peer | businesses of a round | ns per business: peer / by hand | ratio (least to greatest) | times the library | goal |
                  |---|--:|--:|--:|--:|--:|
                  """;
              case POPULATION ->
                  """
                  | peer | businesses | facts | seconds: peer / by hand | businesses per second | ratio (least to greatest) |
                  |---|--:|--:|--:|--:|--:|
                  """;
              case NATION ->
                  """
                  | peer | businesses | facts | shards | seconds: peer / by hand | businesses per second | ratio (least to greatest) |
                  |---|--:|--:|--:|--:|--:|--:|
                  """;
              case INCREMENTAL ->
                  """
                  | peer | facts of a round | \u00b5s per fact: peer / by hand | p50, \u00b5s | p99, \u00b5s | ratio (least to greatest) |
                  |---|--:|--:|--:|--:|--:|
                  """;
            });
    Optional<RuleResult> library =
        own.stream().filter(result -> result.peer().equals(LIBRARY)).findFirst();
    own.forEach(result -> table.append(row(result, library)));
    return table.toString();
  }

  private static String row(RuleResult result, Optional<RuleResult> library) {
    String ratio =
        "**%s** (%s to %s)"
            .formatted(
                number(result.ratio()),
                number(result.leastRatio()),
                number(result.greatestRatio()));
    double mean = result.theirs().mean();
    double byHand = result.byHand().mean();
    String cells =
        switch (result.phase()) {
          case SCORING ->
              "%s | %s / %s | %s | %s | %s"
                  .formatted(
                      whole(result.done()),
                      whole(mean),
                      whole(byHand),
                      ratio,
                      library.map(own -> times(result, own)).orElse(""),
                      goal(result.peer()));
          case POPULATION ->
              "%s | %s | %s / %s | %s | %s"
                  .formatted(
                      whole(result.businesses()),
                      whole((double) result.facts()),
                      seconds(mean * result.businesses()),
                      seconds(byHand * result.businesses()),
                      whole(1e9 / mean),
                      ratio);
          case NATION ->
              "%s | %s | %s | %s / %s | %s | %s"
                  .formatted(
                      whole(result.businesses()),
                      whole((double) result.facts()),
                      whole(result.rounds()),
                      seconds(mean * result.businesses()),
                      seconds(byHand * result.businesses()),
                      whole(1e9 / mean),
                      ratio);
          case INCREMENTAL ->
              "%s | %s / %s | %s | %s | %s"
                  .formatted(
                      whole(result.done()),
                      number(mean / 1e3),
                      number(byHand / 1e3),
                      number(result.theirs().p50() / 1e3),
                      number(result.theirs().p99() / 1e3),
                      ratio);
        };
    return "| %s | %s |\n".formatted(result.peer(), cells);
  }

  /** How much longer it takes than the library: both have the rules by hand beside them. */
  private static String times(RuleResult result, RuleResult library) {
    return result.peer().equals(LIBRARY) ? "" : number(result.ratio() / library.ratio());
  }

  private static String goal(String peer) {
    return Optional.ofNullable(GOALS.get(peer)).map(times -> "\u2265 " + times).orElse("");
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String seconds(double nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
  }
}
