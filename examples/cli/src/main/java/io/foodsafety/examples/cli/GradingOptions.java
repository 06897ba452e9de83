package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.region.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which businesses are graded, by which region's rules, and on which day. */
final class GradingOptions {

  @Mixin private final RegionOptions region = new RegionOptions();

  @Mixin private final DossierOptions from = new DossierOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Last day that is seen. Default: today in the policy's zone.")
  private @Nullable LocalDate asOf;

  /** The region that was named; none without a name. */
  Optional<Region> region() {
    return region.read();
  }

  /** The last day that is seen, if one was named. */
  Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** The last day that is seen; today if none was named. */
  LocalDate day(ZoneId zone, Run run) {
    return asOf().orElseGet(() -> LocalDate.ofInstant(run.console().clock().instant(), zone));
  }

  /** Whether the businesses are those of a database. */
  boolean isDatabase() {
    return from.isDatabase();
  }

  /**
   * The dossiers of the businesses.
   *
   * @param catalogue what records of files may hold
   * @param zone the zone in which dates are read
   * @param run the run
   */
  DossierSource dossiers(FactCatalogue catalogue, ZoneId zone, Run run) {
    return from.source(catalogue, zone, region::applyTo, run);
  }
}
