package io.foodsafety.benchmarks.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a measurement found, under names in the order in which it was found: printed at once, and
 * written into the folder of results if the property {@code results} names one.
 */
public final class Figures {

  /** The property that names the folder. */
  static final String RESULTS = "results";

  /** How the names of the files begin. */
  public static final String PREFIX = "ours-";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * The content of a file.
   *
   * @param measurement what measured
   * @param edges of the network
   * @param setup how it was run
   * @param figures by name, one or more values each
   */
  public record Found(
      String measurement, int edges, Setup setup, Map<String, List<Double>> figures) {}

  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  Figures() {}

  @SuppressWarnings("SystemOut") // what a measurement is for
  void add(String what, double... values) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-62s", what));
    List<Double> all = new ArrayList<>();
    for (double value : values) {
      line.append(String.format(Locale.ROOT, " %,12.2f", value));
      all.add(value);
    }
    System.out.println(line);
    figures.put(what.strip(), all);
  }

  void write(String measurement, int edges) throws IOException {
    Optional<String> folder = Optional.ofNullable(System.getProperty(RESULTS));
    if (folder.isPresent()) {
      Path results = Files.createDirectories(Path.of(folder.get()));
      Path file = results.resolve("%s%s-%d.json".formatted(PREFIX, measurement, edges));
      JSON.writeValue(file.toFile(), new Found(measurement, edges, Setup.now(), figures));
    }
  }
}
