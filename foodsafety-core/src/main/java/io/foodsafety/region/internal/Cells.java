package io.foodsafety.region.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads the cells of tables. */
final class Cells {

  /** The columns of ranges, in which an empty cell is an open end. */
  static final List<String> BOUNDS = List.of("from", "above", "to", "below");

  private Cells() {}

  /** The number that a text writes, or nothing. */
  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(((AttributeValue.Decimal) AttributeValue.decimal(text)).value());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The date in a cell; nothing if it is empty. */
  static Optional<LocalDate> date(PackTable.Row row, String column, IssueCollector issues) {
    return row.text(column)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw bad(row, column, "It is no date.", "a date such as 2024-12-31", issues);
              }
            });
  }

  /** Gives up because a cell holds what is not allowed. */
  static IssueCollector.Abandoned bad(
      PackTable.Row row, String column, String fault, String allowed, IssueCollector issues) {
    return issues.abandon(
        RegionIssues.BAD_CELL
            .at(row.origin().location())
            .with("column", column)
            .with("value", row.text(column).orElse(""))
            .with("fault", fault)
            .with("allowed", allowed)
            .build());
  }
}
