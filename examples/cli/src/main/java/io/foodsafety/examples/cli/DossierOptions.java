package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.runtime.FoodSafetyBuilder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where businesses and their facts come from: files of records, or a database. */
final class DossierOptions {

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  /** Where records come from. */
  static final class From {
    @Option(
        names = "--input",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "Files of records; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private @Nullable String url;
  }

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Format of the files. Default: found by looking.")
  private @Nullable String format;

  boolean isDatabase() {
    return from.url != null;
  }

  /**
   * The dossiers.
   *
   * @param catalogue what records of files may hold
   * @param zone the zone in which dates are read
   * @param city sets what else a city of a database needs
   * @param run the run
   */
  DossierSource source(
      FactCatalogue catalogue, ZoneId zone, UnaryOperator<FoodSafetyBuilder> city, Run run) {
    if (from.url != null) {
      FoodSafetyBuilder stored = database.existing(from.url, run.console());
      return new StoredDossiers(city.apply(stored).zone(zone), run);
    }
    List<Issue> faults = Sources.faults(from.files);
    if (!faults.isEmpty()) {
      throw new ProblemException(faults);
    }
    return new InputDossiers(Sources.of(from.files, format, run.console()), catalogue, zone, run);
  }
}
