package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.region.Region;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies of a city, and the catalogue that they extend.
 *
 * @param region the region, if there is one
 * @param policies the policies
 * @param catalogue the standard kinds and what the policies declare
 */
public record CityPolicies(
    Optional<Region> region, List<RiskPolicy> policies, FactCatalogue catalogue) {

  /**
   * Reads policy files, each on top of those before it and of the region's; what is wrong is added
   * to the issues.
   */
  static CityPolicies read(Optional<Region> region, List<Path> files, List<Issue> issues) {
    List<RiskPolicy> policies = new ArrayList<>(region.map(Region::policies).orElse(List.of()));
    FactCatalogue catalogue = region.map(Region::catalogue).orElseGet(FactCatalogue::standard);
    for (Path file : files) {
      try {
        RiskPolicy policy = RiskPolicy.read(file, catalogue);
        checkVersions(policy, policies, file, issues);
        policies.add(policy);
        catalogue = policy.catalogue();
      } catch (PolicyException e) {
        issues.addAll(e.issues());
      }
    }
    return new CityPolicies(region, List.copyOf(policies), catalogue);
  }

  private static void checkVersions(
      RiskPolicy policy, List<RiskPolicy> others, Path file, List<Issue> issues) {
    for (RiskPolicy other : others) {
      if (other.id().equals(policy.id()) && other.overlaps(policy)) {
        issues.add(
            PolicyIssues.OVERLAPPING_VERSIONS
                .at(new Location(file.toString(), 0, ""))
                .with("policy", policy.id())
                .with("first", other.version())
                .with("second", policy.version())
                .build());
      }
    }
  }
}
