package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.source.internal.IssueCollector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the tables that say what follows from a grade: {@code <policy>-grades}, with the key
 * {@code grade} and a row for each grade.
 */
final class GradeTables {

  private static final String SUFFIX = "-grades";
  private static final String COLOURS = NamedTable.COLOURS.id();

  /** The column of the least number of inspections a year. */
  static final String LEAST_A_YEAR = "minPerYear";

  /** The column of the greatest number of inspections a year; empty if there is no upper bound. */
  static final String MOST_A_YEAR = "maxPerYear";

  private static final BigDecimal LEAST = new BigDecimal("0.1");
  private static final BigDecimal MOST = BigDecimal.valueOf(366);

  private final Layers layers;
  private final IssueCollector issues;

  GradeTables(Layers layers, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
  }

  /** The id of the table of a policy. */
  static String idOf(String policy) {
    return policy + SUFFIX;
  }

  /** Whether a row says how often to inspect, in numbers with which nothing is wrong. */
  static boolean hasTimes(PackTable.Row row) {
    Optional<BigDecimal> least = times(row, LEAST_A_YEAR);
    return least.isPresent()
        && row.text(MOST_A_YEAR)
            .map(
                text ->
                    times(row, MOST_A_YEAR)
                        .map(most -> most.compareTo(least.get()) >= 0)
                        .orElse(false))
            .orElse(true);
  }

  private static Optional<BigDecimal> times(PackTable.Row row, String column) {
    return row.text(column).flatMap(Cells::number).filter(GradeTables::isSane);
  }

  void check(List<RiskPolicy> policies) {
    for (LocalDate day : layers.starts(Validity.ALWAYS, List.of(COLOURS))) {
      layers.table(COLOURS, day).ifPresent(this::checkColours);
    }
    for (RiskPolicy policy : policies) {
      String id = idOf(policy.id());
      Validity validity = new Validity(policy.effectiveFrom(), policy.effectiveTo());
      for (LocalDate day : layers.starts(validity, List.of(id, COLOURS))) {
        layers
            .table(id, day)
            .filter(table -> !layers.isUnreadable(id))
            .ifPresent(table -> check(policy, table, colours(day)));
      }
    }
  }

  /** The colours of a day; nothing if their table could not be read. */
  private Optional<Set<String>> colours(LocalDate day) {
    if (layers.isUnreadable(COLOURS)) {
      return Optional.empty();
    }
    return Optional.of(
        layers.table(COLOURS, day).map(PackTable::rows).orElse(List.of()).stream()
            .flatMap(row -> row.text("colour").stream())
            .collect(Collectors.toSet()));
  }

  private void check(RiskPolicy policy, PackTable table, Optional<Set<String>> colours) {
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
      row.ifPresent(this::checkTimes);
      row.ifPresent(each -> colours.ifPresent(known -> checkColour(each, known)));
    }
  }

  private void checkColour(PackTable.Row row, Set<String> known) {
    row.text("colour")
        .filter(colour -> !known.contains(colour))
        .ifPresent(
            colour ->
                issues.add(
                    RegionIssues.UNKNOWN_COLOUR
                        .at(row.origin().location())
                        .with("colour", colour)
                        .with("nearest", NearestNames.of(colour, known))
                        .build()));
  }

  private static boolean isSane(BigDecimal timesPerYear) {
    return timesPerYear.compareTo(LEAST) >= 0 && timesPerYear.compareTo(MOST) <= 0;
  }

  private void checkColours(PackTable table) {
    for (PackTable.Row row : table.rows()) {
      checkCell(row, "colour", "[a-z][a-z0-9-]*", "a word such as red");
      checkCell(row, "hex", "(#[0-9a-f]{6})?", "six digits such as #a5001e");
      checkCell(
          row,
          "symbol",
          "(circle|square|triangle|diamond|cross)?",
          "circle, square, triangle, diamond or cross");
    }
  }

  private void checkCell(PackTable.Row row, String column, String pattern, String allowed) {
    if (!row.text(column).orElse("").matches(pattern)) {
      issues.attempt(
          () -> {
            throw Cells.bad(row, column, "It is something else.", allowed, issues);
          });
    }
  }

  private void checkTimes(PackTable.Row row) {
    Optional<BigDecimal> least = issues.find(() -> checkedTimes(row, LEAST_A_YEAR));
    Optional<BigDecimal> most = issues.find(() -> checkedTimes(row, MOST_A_YEAR));
    if (most.isPresent() && row.text(LEAST_A_YEAR).isEmpty()) {
      issues.attempt(
          () -> {
            throw Cells.bad(
                row, LEAST_A_YEAR, "It is empty.", "a number, as there is a most", issues);
          });
    }
    if (least.isPresent() && most.isPresent() && most.get().compareTo(least.get()) < 0) {
      issues.attempt(
          () -> {
            throw Cells.bad(
                row,
                MOST_A_YEAR,
                "It is below %s.".formatted(LEAST_A_YEAR),
                "a number from %s on".formatted(least.get().toPlainString()),
                issues);
          });
    }
  }

  private Optional<BigDecimal> checkedTimes(PackTable.Row row, String column) {
    return row.text(column)
        .map(
            text ->
                times(row, column)
                    .orElseThrow(
                        () ->
                            Cells.bad(
                                row,
                                column,
                                "It is no number of times.",
                                "a number from 0.1 to 366",
                                issues)));
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
