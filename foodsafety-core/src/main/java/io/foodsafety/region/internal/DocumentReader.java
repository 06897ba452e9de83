package io.foodsafety.region.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.model.issue.Location;
import io.foodsafety.region.Origin;
import io.foodsafety.region.Outlines;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.source.internal.SourceTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of a pack. */
final class DocumentReader {

  private final String pack;
  private final String source;
  private final byte[] bytes;
  private final IssueCollector issues;

  DocumentReader(String pack, String source, byte[] bytes, IssueCollector issues) {
    this.pack = pack;
    this.source = source;
    this.bytes = bytes;
    this.issues = issues;
  }

  /** A JSON document that names itself. */
  PackDocument named() {
    SourceNode root = SourceReader.read(bytes, source, issues);
    ObjectReader reader = ObjectReader.of(root, issues);
    for (DocumentKind kind : DocumentKind.named()) {
      if (reader.find(kind.code()).isPresent()) {
        return json(new DocumentKey(kind, reader.text(kind.code())), reader, root);
      }
    }
    throw issues.abandon(
        RegionIssues.UNKNOWN_KIND
            .at(root.location())
            .with(
                "kinds",
                String.join(", ", DocumentKind.named().stream().map(DocumentKind::code).toList()))
            .build());
  }

  /** A file that the manifest describes, because it cannot do so itself. */
  PackDocument described(ObjectReader entry) {
    PackDocument document;
    if (entry.find("table").isPresent()) {
      document = table(entry);
    } else if (entry.find("outlines").isPresent()) {
      DocumentKey key = new DocumentKey(DocumentKind.OUTLINES, entry.text("outlines"));
      SourceNode root = SourceReader.read(bytes, source, issues);
      Outlines outlines = new OutlinesReader(issues).read(key.id(), entry.text("notice"), root);
      document =
          new PackDocument(
              key, pack, validity(entry), root.location(), new PackDocument.Shapes(outlines));
    } else {
      throw entry.noneOf(List.of("table", "outlines"));
    }
    entry.end();
    return document;
  }

  private PackDocument json(DocumentKey key, ObjectReader dated, SourceNode root) {
    String sha256 = Hashing.sha256().hashBytes(bytes).toString();
    return new PackDocument(
        key, pack, validity(dated), root.location(), new PackDocument.Json(root, sha256));
  }

  private Validity validity(ObjectReader reader) {
    Optional<LocalDate> from = reader.findDate("effectiveFrom");
    return new Validity(from, reader.findEffectiveTo(from));
  }

  private PackDocument table(ObjectReader entry) {
    String id = entry.text("table");
    List<String> key = key(entry);
    boolean patch = entry.findBoolean("patch").orElse(false);
    String basis = entry.findText("basis").orElse("");
    Optional<String> toBeLoaded = entry.findText("toBeLoaded");
    Validity validity = validity(entry);
    NamedTable.find(id).ifPresent(named -> check(named, key, entry));
    SourceTable read = SourceTable.read(bytes, source, issues);
    for (String column : key) {
      if (!read.columns().contains(column)) {
        throw issues.abandon(
            RegionIssues.MISSING_COLUMN
                .at(read.location())
                .with("table", id)
                .with("column", column)
                .with("columns", String.join(", ", read.columns()))
                .build());
      }
    }
    List<PackTable.Row> rows =
        read.rows().stream()
            .flatMap(row -> issues.attempt(() -> row(row, read.columns(), key)).stream())
            .toList();
    reportDuplicates(id, key, rows);
    PackTable table = new PackTable(id, key, read.columns(), rows, basis, toBeLoaded);
    return new PackDocument(
        new DocumentKey(DocumentKind.TABLE, id),
        pack,
        validity,
        read.location(),
        new PackDocument.Rows(table, patch));
  }

  private List<String> key(ObjectReader entry) {
    SourceNode node = entry.get("key");
    List<String> key =
        ObjectReader.list(node, issues).stream()
            .map(column -> ObjectReader.text(column, issues))
            .toList();
    if (key.isEmpty() || new HashSet<>(key).size() < key.size()) {
      throw ObjectReader.badValue(
          node,
          String.join(", ", key),
          key.isEmpty() ? "It is empty." : "A column stands twice.",
          "the columns that tell rows apart, each once",
          issues);
    }
    return key;
  }

  private void check(NamedTable named, List<String> key, ObjectReader entry) {
    if (!key.equals(List.of(named.key()))) {
      throw ObjectReader.badValue(
          entry.get("key"),
          String.join(", ", key),
          "The table (%s) has another key.".formatted(named.id()),
          named.key(),
          issues);
    }
    for (String date : List.of("effectiveFrom", "effectiveTo")) {
      if (!named.isDated() && entry.find(date).isPresent()) {
        throw ObjectReader.badValue(
            entry.get(date),
            entry.text(date),
            "The table (%s) holds for all days.".formatted(named.id()),
            "no dates for this table",
            issues);
      }
    }
  }

  private PackTable.Row row(SourceTable.Row row, List<String> columns, List<String> key) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), row.cells().get(i));
    }
    PackTable.Row read = new PackTable.Row(cells, new Origin(pack, row.location()));
    for (String column : key) {
      if (read.text(column).isEmpty() && !Cells.BOUNDS.contains(column)) {
        throw Cells.bad(read, column, "It is empty and belongs to the key.", "a text", issues);
      }
    }
    return read;
  }

  private void reportDuplicates(String table, List<String> key, List<PackTable.Row> rows) {
    Map<List<String>, Location> seen = new HashMap<>();
    for (PackTable.Row row : rows) {
      Location here = row.origin().location();
      Location other = seen.putIfAbsent(row.key(key), here);
      if (other != null) {
        issues.add(
            RegionIssues.DUPLICATE_ROW
                .at(here)
                .with("key", String.join(", ", row.key(key)))
                .with("table", table)
                .with("other", other)
                .build());
      }
    }
  }
}
