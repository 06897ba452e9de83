package io.foodsafety.examples.cli;

import io.foodsafety.region.FolderPack;
import io.foodsafety.region.Region;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which region's rules hold, and packs that are folders. */
final class RegionOptions {

  @Option(
      names = "--region",
      paramLabel = "ID",
      description = "Region whose packs say what may be recorded and how it is graded.")
  private @Nullable String region;

  @Option(
      names = "--pack",
      arity = "1",
      paramLabel = "DIR",
      description = "Folder of a region pack; may be given several times.")
  private List<Path> packs = new ArrayList<>();

  boolean isGiven() {
    return region != null;
  }

  /** Adds the region and the packs to a builder. */
  FoodSafetyBuilder applyTo(FoodSafetyBuilder builder) {
    check();
    Optional.ofNullable(region).ifPresent(builder::region);
    packs.forEach(builder::pack);
    return builder;
  }

  /** The region that was named; none without a name. */
  Optional<Region> read() {
    check();
    return Optional.ofNullable(region).map(id -> read(id, packs));
  }

  private void check() {
    if (region == null && !packs.isEmpty()) {
      throw CliIssues.usage(
          "--pack needs --region: the id of the region that is to be read from the packs.",
          "--pack 须与 --region 同用，后者给出要读取的地区的编号。");
    }
  }

  /** A region from the packs of this jar and those of folders. */
  static Region read(String id, List<Path> folders) {
    FoodSafetyBuilder builder = FoodSafety.builder().region(id);
    folders.forEach(folder -> builder.pack(FolderPack.of(folder)));
    try (FoodSafety city = builder.build()) {
      return city.region().orElseThrow();
    }
  }
}
