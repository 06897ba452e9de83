package io.foodsafety.risk.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.source.internal.IssueCollector;
import java.util.Collection;

/** Faults about names. */
final class PolicyNames {

  private PolicyNames() {}

  static IssueCollector.Abandoned unknown(
      IssueCollector issues,
      Location location,
      String what,
      String name,
      Collection<String> known) {
    return issues.abandon(
        PolicyIssues.UNKNOWN_NAME
            .at(location)
            .with("what", what)
            .with("name", name)
            .with("nearest", NearestNames.of(name, known))
            .build());
  }

  static IssueCollector.Abandoned duplicate(
      IssueCollector issues, Location location, String what, String name) {
    return issues.abandon(
        PolicyIssues.DUPLICATE_NAME.at(location).with("what", what).with("name", name).build());
  }
}
