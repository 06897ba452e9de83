package io.foodsafety.region.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the rows of the region's tables into a policy that refers to them: {@code "tables": {"area":
 * {"from": "sales-static", "where": {"item": "area"}, "value": "points"}}}.
 */
final class PolicyTables {

  private static final String TABLES = "tables";
  private static final String TO_BE_LOADED = "toBeLoaded";

  private final Layers layers;
  private final IssueCollector issues;

  PolicyTables(Layers layers, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
  }

  /**
   * A policy with rows.
   *
   * @param root the document
   * @param sha256 a hash of the document and of the rows
   */
  record Filled(SourceNode root, String sha256) {}

  /** The days of a policy from which on the tables that it reads stay the same. */
  List<LocalDate> starts(SourceNode root, Validity validity) {
    List<String> tables =
        references(root).values().stream()
            .flatMap(reference -> reference.findText("from").stream())
            .toList();
    return layers.starts(validity, tables);
  }

  /** The policy with the rows of a day. */
  Filled fill(SourceNode root, String sha256, LocalDate date) {
    Map<String, ObjectReader> references = references(root);
    if (references.isEmpty()
        || !(root instanceof SourceNode.ObjectNode policy)
        || !(policy.members().get(TABLES) instanceof SourceNode.ObjectNode given)) {
      return new Filled(root, sha256);
    }
    Map<String, SourceNode> tables = new LinkedHashMap<>(given.members());
    StringBuilder rows = new StringBuilder(sha256);
    references.forEach(
        (name, reference) ->
            tables.put(
                name,
                new SourceNode.ObjectNode(
                    reference.location(),
                    issues
                        .attempt(() -> rows(reference, date, rows))
                        .orElseGet(() -> unusable(reference)))));
    Map<String, SourceNode> members = new LinkedHashMap<>(policy.members());
    members.put(TABLES, new SourceNode.ObjectNode(given.location(), tables));
    return new Filled(
        new SourceNode.ObjectNode(policy.location(), members),
        Hashing.sha256().hashString(rows, StandardCharsets.UTF_8).toString());
  }

  /** The tables of a policy that are those of the region, by the name in the policy. */
  private Map<String, ObjectReader> references(SourceNode root) {
    Map<String, ObjectReader> references = new LinkedHashMap<>();
    if (root instanceof SourceNode.ObjectNode policy
        && policy.members().get(TABLES) instanceof SourceNode.ObjectNode tables) {
      tables
          .members()
          .forEach(
              (name, node) -> {
                if (node instanceof SourceNode.ObjectNode table
                    && table.members().containsKey("from")) {
                  references.put(name, ObjectReader.of(node, issues));
                }
              });
    }
    return references;
  }

  /** In place of rows that are wrong, so that the policy is not blamed for them. */
  private static Map<String, SourceNode> unusable(ObjectReader reference) {
    return Map.of(TO_BE_LOADED, new SourceNode.TextNode(reference.location(), "unusable"));
  }

  private Map<String, SourceNode> rows(
      ObjectReader reference, LocalDate date, StringBuilder hashed) {
    String id = reference.text("from");
    if (layers.isUnreadable(id)) {
      throw new IssueCollector.Abandoned();
    }
    PackTable table =
        layers
            .table(id, date)
            .orElseThrow(
                () ->
                    issues.abandon(
                        RegionIssues.UNKNOWN_TABLE
                            .at(reference.location("from"))
                            .with("table", id)
                            .with("date", date.equals(LocalDate.MIN) ? "its first day" : date)
                            .with("nearest", NearestNames.of(id, layers.ids(DocumentKind.TABLE)))
                            .build()));
    String value = reference.findText("value").orElse("value");
    Map<String, String> where = new LinkedHashMap<>();
    reference
        .members("where")
        .forEach((column, node) -> where.put(column, ObjectReader.text(node, issues)));
    Map<String, SourceNode> filled = new LinkedHashMap<>();
    reference.find("otherwise").ifPresent(node -> filled.put("otherwise", node));
    reference.end();
    List<String> needed = new ArrayList<>(where.keySet());
    needed.add(value);
    needed.forEach(column -> checkColumn(table, column, reference.location()));
    List<PackTable.Row> rows =
        table.rows().stream()
            .filter(
                row ->
                    where.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(row.cells().get(each.getKey()))))
            .toList();
    rows.forEach(row -> hashed.append('\n').append(row.cells()));
    Optional<String> toBeLoaded = layers.toBeLoaded(id, date);
    if (rows.isEmpty() && toBeLoaded.isPresent()) {
      filled.put("toBeLoaded", new SourceNode.TextNode(reference.location(), toBeLoaded.get()));
    } else if (Cells.BOUNDS.stream().anyMatch(table.columns()::contains)) {
      filled.put("ranges", ranges(rows, value, reference.location()));
    } else {
      filled.put("words", words(table, where, rows, value, reference.location()));
    }
    return filled;
  }

  private SourceNode ranges(List<PackTable.Row> rows, String value, Location at) {
    List<SourceNode> ranges = new ArrayList<>();
    for (PackTable.Row row : rows) {
      Map<String, SourceNode> range = new LinkedHashMap<>();
      for (String bound : Cells.BOUNDS) {
        row.text(bound).ifPresent(text -> range.put(bound, number(row, bound)));
      }
      range.put("value", number(row, value));
      ranges.add(new SourceNode.ObjectNode(row.origin().location(), range));
    }
    return new SourceNode.ListNode(at, ranges);
  }

  private SourceNode words(
      PackTable table,
      Map<String, String> where,
      List<PackTable.Row> rows,
      String value,
      Location at) {
    List<String> open = table.key().stream().filter(each -> !where.containsKey(each)).toList();
    if (open.size() != 1) {
      throw issues.abandon(
          RegionIssues.MISSING_COLUMN
              .at(at)
              .with("table", table.id())
              .with("column", "one column of the key that \"where\" leaves open")
              .with("columns", "the key " + table.key() + ", where " + where.keySet())
              .build());
    }
    Map<String, SourceNode> words = new LinkedHashMap<>();
    for (PackTable.Row row : rows) {
      words.put(row.cells().get(open.get(0)), number(row, value));
    }
    return new SourceNode.ObjectNode(at, words);
  }

  private void checkColumn(PackTable table, String column, Location at) {
    if (!table.columns().contains(column)) {
      throw issues.abandon(
          RegionIssues.MISSING_COLUMN
              .at(at)
              .with("table", table.id())
              .with("column", column)
              .with("columns", String.join(", ", table.columns()))
              .build());
    }
  }

  private SourceNode number(PackTable.Row row, String column) {
    String text = row.text(column).orElse("");
    Optional<BigDecimal> number = Cells.number(text);
    if (number.isEmpty()) {
      throw Cells.bad(row, column, "It is no number.", "a decimal number such as 2.5", issues);
    }
    return new SourceNode.NumberNode(row.origin().location(), number.get());
  }
}
