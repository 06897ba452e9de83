package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.source.internal.IssueCollector;
import java.math.BigDecimal;
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

  private static final BigDecimal LEAST = new BigDecimal("0.1");
  private static final BigDecimal MOST = BigDecimal.valueOf(366);

  private final Layers layers;
  private final IssueCollector issues;

  GradeTables(Layers layers, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
  }

  void check(List<RiskPolicy> policies) {
    checkColours();
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

  private static boolean isSane(BigDecimal timesPerYear) {
    return timesPerYear.compareTo(LEAST) >= 0 && timesPerYear.compareTo(MOST) <= 0;
  }

  private void checkColours() {
    layers
        .table("colours", LocalDate.MAX)
        .ifPresent(
            table ->
                table
                    .rows()
                    .forEach(
                        row -> {
                          checkCell(row, "colour", "[a-z][a-z0-9-]*", "a word such as red");
                          checkCell(row, "hex", "(#[0-9a-f]{6})?", "six digits such as #a5001e");
                          checkCell(
                              row,
                              "symbol",
                              "(circle|square|triangle|diamond|cross)?",
                              "circle, square, triangle, diamond or cross");
                        }));
  }

  private void checkCell(PackTable.Row row, String column, String pattern, String allowed) {
    if (!row.text(column).orElse("").matches(pattern)) {
      issues.attempt(
          () -> {
            throw Cells.bad(row, column, "It is something else.", allowed, issues);
          });
    }
  }

  private void checkNumber(PackTable.Row row, String column) {
    issues.attempt(
        () -> {
          Optional<String> text = row.text(column);
          if (text.isPresent() && Cells.number(text.get()).filter(GradeTables::isSane).isEmpty()) {
            throw Cells.bad(
                row, column, "It is no number of times.", "a number from 0.1 to 366", issues);
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
