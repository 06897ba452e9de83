package io.foodsafety.risk.internal;

import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.LookupTable;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tables of a policy: ranges or words, and such for each word of a first key. */
final class TableReader {

  private static final String TO_BE_LOADED = "toBeLoaded";

  private final BandReader bands;
  private final IssueCollector issues;
  private final WordReader words;
  private final Set<String> names = new HashSet<>();

  TableReader(BandReader bands, IssueCollector issues) {
    this.bands = bands;
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  /** Reads the tables of a policy; one that is wrong is empty. */
  Map<String, Optional<PolicyTable>> tables(Map<String, SourceNode> nodes) {
    Map<String, Optional<PolicyTable>> tables = new LinkedHashMap<>();
    names.addAll(nodes.keySet());
    nodes.forEach((name, node) -> tables.put(name, issues.attempt(() -> table(name, node))));
    return tables;
  }

  private PolicyTable table(String name, SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    if (reader.find("from").isPresent()) {
      throw issues.abandon(
          PolicyIssues.TABLE_OF_REGION.at(node.location()).with("table", name).build());
    }
    Optional<BigDecimal> otherwise = reader.findNumber("otherwise");
    if (reader.find("by").isEmpty()) {
      return new PolicyTable.OfOneKey(rows(name, reader, otherwise));
    }
    Map<String, LookupTable> parts = new LinkedHashMap<>();
    reader
        .members("by")
        .forEach(
            (word, rows) -> {
              String part = name + "/" + word;
              words.unique(PolicyIssues.DUPLICATE_NAME, "table", part, rows.location(), names);
              parts.put(word, rows(part, ObjectReader.of(rows, issues), otherwise));
            });
    Optional<String> toBeLoaded = reader.findText(TO_BE_LOADED);
    reader.end();
    if (parts.isEmpty() && toBeLoaded.isEmpty()) {
      throw ObjectReader.badValue(
          reader.get("by"), "by", "It is empty.", "rows for each word of the first key", issues);
    }
    return new PolicyTable.OfTwoKeys(name, parts, otherwise, toBeLoaded);
  }

  private LookupTable rows(String name, ObjectReader reader, Optional<BigDecimal> otherwise) {
    Optional<SourceNode> ranges = reader.find("ranges");
    LookupTable table;
    if (reader.find(TO_BE_LOADED).isPresent()) {
      table = LookupTable.toBeLoaded(name, reader.text(TO_BE_LOADED));
    } else if (ranges.isPresent()) {
      table =
          LookupTable.ofRanges(
              name,
              bands.bands(ranges.get(), otherwise.isEmpty(), each -> each.number("value")),
              otherwise);
    } else {
      if (reader.find("words").isEmpty()) {
        throw reader.noneOf(List.of("ranges", "words", "by", "from", TO_BE_LOADED));
      }
      table = LookupTable.ofWords(name, byWord(reader), otherwise);
    }
    reader.end();
    return table;
  }

  private Map<String, BigDecimal> byWord(ObjectReader reader) {
    Map<String, BigDecimal> rows = new LinkedHashMap<>();
    reader
        .members("words")
        .forEach(
            (word, value) -> {
              if (!(value instanceof SourceNode.NumberNode number)) {
                throw ObjectReader.wrongType(value, "a number", issues);
              }
              rows.put(word, number.value());
            });
    return rows;
  }
}
