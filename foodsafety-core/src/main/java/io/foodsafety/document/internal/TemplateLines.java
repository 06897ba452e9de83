package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentIssues;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the lines that tick boxes with those of the policy, so that no box is lost to a typo.
 */
public final class TemplateLines {

  private TemplateLines() {}

  /**
   * Compares a template with the policy that it names.
   *
   * @param template the template
   * @param policy the policy
   * @param location where the template is
   * @return lines of the template that the policy does not have
   */
  public static List<Issue> check(DocumentTemplate template, RiskPolicy policy, Location location) {
    Set<String> known = new TreeSet<>();
    policy.exclusions().forEach(each -> known.add(each.item()));
    policy.directGrades().forEach(each -> known.add(each.item()));
    policy.adjustments().forEach(each -> known.add(each.item()));
    List<Issue> issues = new ArrayList<>();
    for (TemplatePart part : template.parts()) {
      if (part instanceof TemplatePart.Checks checks) {
        for (TemplatePart.Box box : checks.boxes()) {
          if (box.condition().orElse(null) instanceof TemplatePart.LineHolds line
              && !known.contains(line.item())) {
            issues.add(
                DocumentIssues.UNKNOWN_NAME
                    .at(location)
                    .with("what", "line of " + policy.id())
                    .with("name", line.item())
                    .with("nearest", NearestNames.of(line.item(), known))
                    .build());
          }
        }
      }
    }
    return issues;
  }
}
