package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A policy that was named on the command line.
 *
 * @param versions all its versions, at least one
 * @param catalogue what records may hold
 */
record NamedPolicy(List<RiskPolicy> versions, FactCatalogue catalogue) {

  /** The policy of an id of the region, else of a file. */
  static NamedPolicy of(String name, Optional<Region> region) {
    return of(name, region, region.map(Region::catalogue).orElseGet(FactCatalogue::standard));
  }

  /** The same, read with more declared than the region declares. */
  static NamedPolicy of(String name, Optional<Region> region, FactCatalogue base) {
    List<RiskPolicy> all = region.map(Region::policies).orElse(List.of());
    List<RiskPolicy> versions = all.stream().filter(policy -> policy.id().equals(name)).toList();
    if (!versions.isEmpty()) {
      return new NamedPolicy(versions, base);
    }
    Path file = Path.of(name);
    if (region.isPresent() && !Files.exists(file)) {
      String ids = all.stream().map(RiskPolicy::id).distinct().collect(Collectors.joining(", "));
      throw CliIssues.usage(
          "The region has no policy (%s), and there is no such file; it has %s."
              .formatted(name, ids),
          "地区没有规则（%s），也没有该文件；可用：%s。".formatted(name, ids));
    }
    List<RiskPolicy> read =
        region
            .map(known -> known.readPolicy(file, base))
            .orElseGet(() -> List.of(RiskPolicy.read(file, base)));
    return new NamedPolicy(read, read.get(0).catalogue());
  }

  /** The version in force on a day; if there is none the first, which says so itself. */
  RiskPolicy version(LocalDate day) {
    return versions.stream()
        .filter(each -> each.isInForceOn(day))
        .findFirst()
        .orElse(versions.get(0));
  }
}
