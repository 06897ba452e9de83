package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of a table of the region that a policy asks for, on a day: {@code {"from": "sales-static",
 * "where": {"item": "area"}, …}}.
 */
final class TableReference {

  private final Layers layers;
  private final ObjectReader reader;
  private final PackTable table;
  private final Map<String, String> where = new LinkedHashMap<>();
  private final List<PackTable.Row> rows;
  private final LocalDate date;
  private final IssueCollector issues;

  /** A reference; gives up if its table is not there, or could not be read. */
  TableReference(SourceNode node, LocalDate date, Layers layers, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
    this.date = date;
    this.reader = ObjectReader.of(node, issues);
    this.table = table(reader.text("from"));
    reader
        .members("where")
        .forEach((column, cell) -> where.put(column, ObjectReader.text(cell, issues)));
    where.keySet().forEach(this::checkColumn);
    this.rows =
        table.rows().stream()
            .filter(
                row ->
                    where.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(row.cells().get(each.getKey()))))
            .toList();
  }

  private PackTable table(String id) {
    if (layers.isUnreadable(id)) {
      throw new IssueCollector.Abandoned();
    }
    return layers
        .table(id, date)
        .orElseThrow(
            () ->
                issues.abandon(
                    RegionIssues.UNKNOWN_TABLE
                        .at(reader.location("from"))
                        .with("table", id)
                        .with("date", date.equals(LocalDate.MIN) ? "its first day" : date)
                        .with("nearest", NearestNames.of(id, layers.ids(DocumentKind.TABLE)))
                        .build()));
  }

  /** What else the reference says. */
  ObjectReader reader() {
    return reader;
  }

  /** Where the reference stands. */
  Location location() {
    return reader.location();
  }

  /** The table. */
  PackTable table() {
    return table;
  }

  /** The rows that are asked for. */
  List<PackTable.Row> rows() {
    return rows;
  }

  /** Why there are no rows, if the host has to give them. */
  Optional<String> toBeLoaded() {
    return rows.isEmpty() ? layers.toBeLoaded(table.id(), date) : Optional.empty();
  }

  /** Whether the rows are ranges of numbers. */
  boolean isOfRanges() {
    return Cells.BOUNDS.stream().anyMatch(table.columns()::contains);
  }

  /** Gives up if the table has no such column. */
  void checkColumn(String column) {
    if (!table.columns().contains(column)) {
      throw missing(column, String.join(", ", table.columns()));
    }
  }

  /** The one column of the key that neither {@code where} nor {@code by} names. */
  String openColumn(Optional<String> by) {
    List<String> open = new ArrayList<>(table.key());
    open.removeAll(where.keySet());
    by.ifPresent(open::remove);
    if (open.size() != 1) {
      throw missing(
          "one column of the key that \"where\" leaves open",
          "the key %s, where %s%s"
              .formatted(
                  table.key(), where.keySet(), by.map(column -> ", by " + column).orElse("")));
    }
    return open.get(0);
  }

  private IssueCollector.Abandoned missing(String column, String columns) {
    return issues.abandon(
        RegionIssues.MISSING_COLUMN
            .at(location())
            .with("table", table.id())
            .with("column", column)
            .with("columns", columns)
            .build());
  }

  /** The bounds of a row of ranges. */
  Map<String, SourceNode> bounds(PackTable.Row row) {
    Map<String, SourceNode> range = new LinkedHashMap<>();
    for (String bound : Cells.BOUNDS) {
      row.text(bound).ifPresent(text -> range.put(bound, number(row, bound)));
    }
    return range;
  }

  /** The number in a cell; gives up if it is none. */
  SourceNode number(PackTable.Row row, String column) {
    Optional<BigDecimal> number = Cells.number(row.text(column).orElse(""));
    if (number.isEmpty()) {
      throw Cells.bad(row, column, "It is no number.", "a decimal number such as 2.5", issues);
    }
    return new SourceNode.NumberNode(row.origin().location(), number.get());
  }

  /** The text in a cell. */
  static SourceNode text(PackTable.Row row, String column) {
    return new SourceNode.TextNode(row.origin().location(), row.text(column).orElse(""));
  }
}
