package io.foodsafety.region.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.model.issue.Location;
import io.foodsafety.region.PackTable;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the rows of the region's tables into a policy: into tables that refer to them ({@code
 * "tables": {"area": {"from": "sales-static", "where": {"item": "area"}, "value": "points"}}}),
 * into bands that do, and how often to inspect.
 */
final class PolicyTables {

  private static final String TABLES = "tables";
  private static final String FROM = "from";
  private static final String BY = "by";
  private static final String TO_BE_LOADED = "toBeLoaded";

  private final Layers layers;
  private final IssueCollector issues;
  private final PolicyBands bands;
  private final PolicyFrequencies frequencies;

  /**
   * The tables for policies.
   *
   * @param layers the tables of the region
   * @param areOfPacks whether the policies are those of packs, which do not say how often to
   *     inspect if a table does
   * @param issues takes what is wrong
   */
  PolicyTables(Layers layers, boolean areOfPacks, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
    this.bands = new PolicyBands(layers, issues);
    this.frequencies = new PolicyFrequencies(layers, areOfPacks, issues);
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
    List<String> tables = new ArrayList<>();
    references(root)
        .values()
        .forEach(node -> ObjectReader.of(node, issues).findText(FROM).ifPresent(tables::add));
    bands.table(root).ifPresent(tables::add);
    frequencies.table(root).ifPresent(tables::add);
    return layers.starts(validity, tables);
  }

  /** The policy with the rows of a day. */
  Filled fill(SourceNode root, String sha256, LocalDate date) {
    if (!(root instanceof SourceNode.ObjectNode policy)) {
      return new Filled(root, sha256);
    }
    StringBuilder rows = new StringBuilder();
    Map<String, SourceNode> members = new LinkedHashMap<>(policy.members());
    fillTables(root, members, date, rows);
    bands.fill(members, date, rows);
    frequencies.fill(members, date, rows);
    return new Filled(
        new SourceNode.ObjectNode(policy.location(), members),
        rows.length() == 0
            ? sha256
            : Hashing.sha256().hashString(sha256 + rows, StandardCharsets.UTF_8).toString());
  }

  private void fillTables(
      SourceNode root, Map<String, SourceNode> members, LocalDate date, StringBuilder hashed) {
    Map<String, SourceNode> references = references(root);
    if (references.isEmpty() || !(members.get(TABLES) instanceof SourceNode.ObjectNode given)) {
      return;
    }
    Map<String, SourceNode> tables = new LinkedHashMap<>(given.members());
    references.forEach(
        (name, node) ->
            tables.put(
                name,
                new SourceNode.ObjectNode(
                    node.location(),
                    issues
                        .attempt(() -> rows(node, date, hashed))
                        .orElseGet(() -> unusable(node.location())))));
    members.put(TABLES, new SourceNode.ObjectNode(given.location(), tables));
  }

  /** The tables of a policy that are those of the region, by the name in the policy. */
  private static Map<String, SourceNode> references(SourceNode root) {
    Map<String, SourceNode> references = new LinkedHashMap<>();
    if (root instanceof SourceNode.ObjectNode policy
        && policy.members().get(TABLES) instanceof SourceNode.ObjectNode tables) {
      tables
          .members()
          .forEach(
              (name, node) -> {
                if (node instanceof SourceNode.ObjectNode table
                    && table.members().containsKey(FROM)) {
                  references.put(name, node);
                }
              });
    }
    return references;
  }

  /** In place of rows that are wrong, so that the policy is not blamed for them. */
  private static Map<String, SourceNode> unusable(Location at) {
    return Map.of(TO_BE_LOADED, new SourceNode.TextNode(at, "unusable"));
  }

  private Map<String, SourceNode> rows(SourceNode node, LocalDate date, StringBuilder hashed) {
    TableReference reference = new TableReference(node, date, layers, issues);
    ObjectReader reader = reference.reader();
    String value = reader.findText("value").orElse("value");
    Optional<String> by = reader.findText(BY);
    Map<String, SourceNode> filled = new LinkedHashMap<>();
    reader.find("otherwise").ifPresent(otherwise -> filled.put("otherwise", otherwise));
    reader.end();
    by.ifPresent(reference::checkColumn);
    reference.checkColumn(value);
    reference.rows().forEach(row -> hashed.append('\n').append(row.cells()));
    Optional<String> toBeLoaded = reference.toBeLoaded();
    toBeLoaded.ifPresent(
        why -> filled.put(TO_BE_LOADED, new SourceNode.TextNode(reference.location(), why)));
    if (by.isPresent()) {
      filled.put(BY, parts(reference, by.get(), value));
    } else if (toBeLoaded.isEmpty()) {
      filled.putAll(part(reference, reference.rows(), by, value));
    }
    return filled;
  }

  /** The rows for each word of a column, in the order of the table. */
  private static SourceNode parts(TableReference reference, String by, String value) {
    Map<String, List<PackTable.Row>> rows = new LinkedHashMap<>();
    for (PackTable.Row row : reference.rows()) {
      rows.computeIfAbsent(row.cells().getOrDefault(by, ""), word -> new ArrayList<>()).add(row);
    }
    Map<String, SourceNode> parts = new LinkedHashMap<>();
    rows.forEach(
        (word, own) ->
            parts.put(
                word,
                new SourceNode.ObjectNode(
                    reference.location(), part(reference, own, Optional.of(by), value))));
    return new SourceNode.ObjectNode(reference.location(), parts);
  }

  private static Map<String, SourceNode> part(
      TableReference reference, List<PackTable.Row> rows, Optional<String> by, String value) {
    if (reference.isOfRanges()) {
      List<SourceNode> ranges = new ArrayList<>();
      for (PackTable.Row row : rows) {
        Map<String, SourceNode> range = reference.bounds(row);
        range.put("value", reference.number(row, value));
        ranges.add(new SourceNode.ObjectNode(row.origin().location(), range));
      }
      return Map.of("ranges", new SourceNode.ListNode(reference.location(), ranges));
    }
    String key = reference.openColumn(by);
    Map<String, SourceNode> words = new LinkedHashMap<>();
    for (PackTable.Row row : rows) {
      words.put(row.cells().getOrDefault(key, ""), reference.number(row, value));
    }
    return Map.of("words", new SourceNode.ObjectNode(reference.location(), words));
  }
}
