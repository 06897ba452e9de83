package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.source.internal.IssueCollector;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Checks the tables that say what follows from a grade: {@code <policy>-grades}, with the key
 * {@code grade} and a row for each grade.
 */
final class GradeTables {

  private static final String SUFFIX = "-grades";
  private static final List<String> NUMBERS = List.of("minPerYear", "maxPerYear");

  private final Layers layers;
  private final IssueCollector issues;

  GradeTables(Layers layers, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
  }

  void check(List<RiskPolicy> policies) {
    for (RiskPolicy policy : policies) {
      LocalDate day = policy.effectiveFrom().orElse(LocalDate.MIN);
      layers.table(policy.id() + SUFFIX, day).ifPresent(table -> check(policy, table));
    }
  }

  private void check(RiskPolicy policy, PackTable table) {
    for (String grade : policy.scale().labels()) {
      Optional<PackTable.Row> row =
          table.rows().stream().filter(each -> grade.equals(each.cells().get("grade"))).findFirst();
      if (row.isEmpty()) {
        issues.add(
            RegionIssues.MISSING_GRADE
                .at(location(table))
                .with("table", table.id())
                .with("grade", grade)
                .with("policy", policy.id())
                .build());
      }
      row.ifPresent(each -> NUMBERS.forEach(column -> checkNumber(each, column)));
    }
  }

  private void checkNumber(PackTable.Row row, String column) {
    issues.attempt(
        () -> {
          Optional<String> text = row.text(column);
          if (text.isPresent() && Cells.number(text.get()).isEmpty()) {
            throw Cells.bad(row, column, "It is no number.", "a decimal number", issues);
          }
          return true;
        });
  }

  private Location location(PackTable table) {
    return table.rows().isEmpty()
        ? layers
            .versions(new PackDocument.DocumentKey(DocumentKind.TABLE, table.id()))
            .get(0)
            .location()
        : table.rows().get(0).origin().location();
  }
}
