package io.foodsafety.examples.cli;

import io.foodsafety.region.Region;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The policy by which is graded. */
final class PolicyOption {

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "ID|FILE",
      description = "Policy of the region, or a policy file.")
  private String name = "";

  /** The policy, of the region or of a file. */
  NamedPolicy read(Optional<Region> region) {
    return NamedPolicy.of(name, region);
  }
}
