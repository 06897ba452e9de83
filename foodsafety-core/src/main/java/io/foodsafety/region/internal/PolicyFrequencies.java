package io.foodsafety.region.internal;

import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.SourceNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts into a policy how often to inspect, from the table {@code <policy>-grades}. In packs it is
 * said once: a policy that says it too is refused. A policy beside the packs may say otherwise.
 */
final class PolicyFrequencies {

  private static final String MEMBER = "inspectionsPerYear";
  private static final String GRADE = "grade";

  private final Layers layers;
  private final boolean areOfPacks;
  private final IssueCollector issues;

  PolicyFrequencies(Layers layers, boolean areOfPacks, IssueCollector issues) {
    this.layers = layers;
    this.areOfPacks = areOfPacks;
    this.issues = issues;
  }

  /** The table that says what follows from the grades of a policy. */
  Optional<String> table(SourceNode root) {
    return root instanceof SourceNode.ObjectNode policy
        ? table(policy.members())
        : Optional.empty();
  }

  private static Optional<String> table(Map<String, SourceNode> members) {
    return members.get("policy") instanceof SourceNode.TextNode id
        ? Optional.of(GradeTables.idOf(id.value()))
        : Optional.empty();
  }

  /** Puts the numbers of a day into the members of a policy. */
  void fill(Map<String, SourceNode> members, LocalDate date, StringBuilder hashed) {
    Optional<PackTable> table =
        table(members).filter(id -> !layers.isUnreadable(id)).flatMap(id -> layers.table(id, date));
    if (table.isEmpty()) {
      return;
    }
    List<SourceNode> frequencies = new ArrayList<>();
    for (PackTable.Row row : table.get().rows()) {
      if (isGrade(row, members) && GradeTables.hasTimes(row)) {
        frequencies.add(frequency(row, table.get()));
      }
    }
    if (frequencies.isEmpty()) {
      return;
    }
    Optional<SourceNode> own =
        Optional.ofNullable(members.get(MEMBER))
            .filter(node -> !(node instanceof SourceNode.NullNode));
    if (own.isEmpty()) {
      members.put(MEMBER, new SourceNode.ListNode(frequencies.get(0).location(), frequencies));
      frequencies.forEach(each -> hashed.append('\n').append(written(each)));
    } else if (areOfPacks) {
      issues.add(
          RegionIssues.SAID_TWICE.at(own.get().location()).with("table", table.get().id()).build());
    }
  }

  private static boolean isGrade(PackTable.Row row, Map<String, SourceNode> members) {
    return members.get("scale") instanceof SourceNode.ObjectNode scale
        && scale.members().get("grades") instanceof SourceNode.ListNode grades
        && grades.items().stream()
            .anyMatch(
                each ->
                    each instanceof SourceNode.TextNode text
                        && text.value().equals(row.cells().get(GRADE)));
  }

  private static SourceNode frequency(PackTable.Row row, PackTable table) {
    Map<String, SourceNode> frequency = new LinkedHashMap<>();
    frequency.put(GRADE, TableReference.text(row, GRADE));
    put(frequency, "min", row, GradeTables.LEAST_A_YEAR);
    put(frequency, "max", row, GradeTables.MOST_A_YEAR);
    frequency.put(
        "basis",
        new SourceNode.TextNode(
            row.origin().location(), table.basis().isBlank() ? table.id() : table.basis()));
    return new SourceNode.ObjectNode(row.origin().location(), frequency);
  }

  private static void put(
      Map<String, SourceNode> frequency, String name, PackTable.Row row, String column) {
    row.number(column)
        .ifPresent(
            number ->
                frequency.put(name, new SourceNode.NumberNode(row.origin().location(), number)));
  }

  private static String written(SourceNode frequency) {
    StringBuilder written = new StringBuilder();
    ((SourceNode.ObjectNode) frequency)
        .members()
        .forEach(
            (name, node) -> {
              if (node instanceof SourceNode.NumberNode number) {
                written.append(name).append('=').append(number.value()).append(' ');
              } else if (node instanceof SourceNode.TextNode text) {
                written.append(name).append('=').append(text.value()).append(' ');
              }
            });
    return written.toString();
  }
}
