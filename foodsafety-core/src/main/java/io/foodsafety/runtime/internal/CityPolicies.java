package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.Region;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.runtime.StartupIssues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policies of a city, and the catalogue that they extend.
 *
 * @param region the region, if there is one
 * @param policies the policies
 * @param recorded those whose changes of grades are recorded, with all their versions
 * @param catalogue the standard kinds and what the policies declare
 */
record CityPolicies(
    Optional<Region> region,
    List<RiskPolicy> policies,
    List<PolicyVersions> recorded,
    FactCatalogue catalogue) {

  /**
   * Reads policy files, each on top of those before it and of the region's, and finds those whose
   * changes are recorded; what is wrong is added to the issues.
   */
  static CityPolicies read(
      Optional<Region> region, List<Path> files, Set<String> recorded, List<Issue> issues) {
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
    return new CityPolicies(
        region, List.copyOf(policies), recorded(recorded, policies, issues), catalogue);
  }

  /** A policy that reads changes of grades would change grades by what it says. */
  private static List<PolicyVersions> recorded(
      Set<String> ids, List<RiskPolicy> policies, List<Issue> issues) {
    List<PolicyVersions> recorded = new ArrayList<>();
    for (String id : ids) {
      Optional<PolicyVersions> versions = PolicyVersions.find(id, policies);
      versions.ifPresent(recorded::add);
      if (versions.isEmpty()) {
        issues.add(
            StartupIssues.RECORDED_POLICY_UNKNOWN
                .at(Location.unknown())
                .with("policy", id)
                .with(
                    "nearest",
                    NearestNames.of(id, policies.stream().map(RiskPolicy::id).distinct().toList()))
                .build());
      } else if (versions.get().reads(GradeChange.KIND)) {
        issues.add(
            StartupIssues.RECORDED_POLICY_READS_CHANGES
                .at(Location.unknown())
                .with("policy", id)
                .with("kind", GradeChange.KIND)
                .build());
      }
    }
    return recorded;
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
