package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.PackTable;
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
 * Puts the rows of a table of the region into the bands of a policy: {@code "bands": {"from":
 * "city-bounds"}}. While the host has to give the rows, the policy has a line instead that is
 * missing and says why, so that no grade is given.
 */
final class PolicyBands {

  private static final String BANDS = "bands";
  private static final String FROM = "from";
  private static final String GRADE = "grade";

  private final Layers layers;
  private final IssueCollector issues;

  PolicyBands(Layers layers, IssueCollector issues) {
    this.layers = layers;
    this.issues = issues;
  }

  /** The table that the bands are in, if they are in one. */
  Optional<String> table(SourceNode root) {
    return root instanceof SourceNode.ObjectNode policy
            && policy.members().get(BANDS) instanceof SourceNode.ObjectNode bands
            && bands.members().containsKey(FROM)
        ? ObjectReader.of(bands, issues).findText(FROM)
        : Optional.empty();
  }

  /** Puts the rows of a day into the members of a policy. */
  void fill(Map<String, SourceNode> members, LocalDate date, StringBuilder hashed) {
    if (members.get(BANDS) instanceof SourceNode.ObjectNode bands
        && bands.members().containsKey(FROM)) {
      TableReference reference = new TableReference(bands, date, layers, issues);
      reference.reader().end();
      reference.checkColumn(GRADE);
      reference.rows().forEach(row -> hashed.append('\n').append(row.cells()));
      Optional<String> toBeLoaded = reference.toBeLoaded();
      if (toBeLoaded.isPresent()) {
        waitForRows(members, reference, toBeLoaded.get());
      } else {
        members.put(BANDS, list(reference));
      }
    }
  }

  private static SourceNode list(TableReference reference) {
    List<SourceNode> bands = new ArrayList<>();
    for (PackTable.Row row : reference.rows()) {
      Map<String, SourceNode> band = reference.bounds(row);
      band.put(GRADE, TableReference.text(row, GRADE));
      bands.add(new SourceNode.ObjectNode(row.origin().location(), band));
    }
    return new SourceNode.ListNode(reference.location(), bands);
  }

  /** One band for every score, and a line that is missing: whatever the band, it gives no grade. */
  private void waitForRows(
      Map<String, SourceNode> members, TableReference reference, String toBeLoaded) {
    Location at = reference.location();
    PackTable table = reference.table();
    SourceNode worst =
        grades(members).stream().reduce((a, b) -> b).orElseThrow(IssueCollector.Abandoned::new);
    members.put(BANDS, list(at, object(at, Map.of(GRADE, worst))));
    String rows = table.id() + "/" + BANDS;
    add(members, "tables", rows, object(at, Map.of("toBeLoaded", text(at, toBeLoaded))));
    Map<String, SourceNode> line = new LinkedHashMap<>();
    line.put("item", text(at, BANDS + "." + table.id()));
    line.put(
        "name",
        object(at, Map.of("zh", text(at, "等级分数线"), "en", text(at, "Bounds of the grades"))));
    line.put(
        "value",
        object(
            at,
            Map.of(
                "table",
                object(
                    at,
                    Map.of(
                        "name",
                        text(at, rows),
                        "of",
                        new SourceNode.NumberNode(at, BigDecimal.ZERO))))));
    line.put("basis", text(at, table.basis().isBlank() ? table.id() : table.basis()));
    List<SourceNode> dynamic = new ArrayList<>();
    if (members.get("dynamic") instanceof SourceNode.ListNode given) {
      dynamic.addAll(given.items());
    }
    dynamic.add(object(at, line));
    members.put("dynamic", new SourceNode.ListNode(at, dynamic));
  }

  /** The grades of the scale, as far as they can be read. */
  private static List<SourceNode> grades(Map<String, SourceNode> members) {
    return members.get("scale") instanceof SourceNode.ObjectNode scale
            && scale.members().get("grades") instanceof SourceNode.ListNode grades
        ? grades.items()
        : List.of();
  }

  private static void add(
      Map<String, SourceNode> members, String name, String entry, SourceNode value) {
    Map<String, SourceNode> entries = new LinkedHashMap<>();
    if (members.get(name) instanceof SourceNode.ObjectNode given) {
      entries.putAll(given.members());
    }
    entries.put(entry, value);
    members.put(name, new SourceNode.ObjectNode(value.location(), entries));
  }

  private static SourceNode text(Location at, String text) {
    return new SourceNode.TextNode(at, text);
  }

  private static SourceNode object(Location at, Map<String, SourceNode> members) {
    return new SourceNode.ObjectNode(at, members);
  }

  private static SourceNode list(Location at, SourceNode item) {
    return new SourceNode.ListNode(at, List.of(item));
  }
}
