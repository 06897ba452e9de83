package io.foodsafety.examples.cli;

import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.GradeTransitions;
import io.foodsafety.risk.InspectionLoad;
import io.foodsafety.risk.InspectionShift;
import io.foodsafety.risk.PolicyComparison;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who moves, and what it costs, by segment and by division. */
final class GroupRows {

  private static final String NONE = "-";

  private final PolicyComparison comparison;
  private final Run run;

  GroupRows(PolicyComparison comparison, Run run) {
    this.comparison = comparison;
    this.run = run;
  }

  void segments(RuleNames names) throws IOException {
    if (comparison.segments().size() < 2 || saysNothing()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(titles(run.text("SEGMENT", "业态")));
    for (PolicyComparison.OfSegment each : comparison.segments()) {
      rows.add(
          cells(
              each.segment().map(code -> names.word("segment", code)).orElse(NONE),
              each.transitions(),
              each.inspectionsA(),
              each.inspectionsB(),
              each.shift()));
    }
    Table.print(run.text("By segment", "按业态"), rows, 1, run.result());
  }

  void divisions(RuleNames names) throws IOException {
    if (saysNothing()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(titles(run.text("DIVISION", "区划")));
    for (PolicyComparison.OfDivision each : comparison.divisions()) {
      rows.add(
          cells(
              each.division().map(names::division).orElse(NONE),
              each.transitions(),
              each.inspectionsA(),
              each.inspectionsB(),
              each.shift()));
    }
    rows.add(
        cells(
            run.text("ALL", "合计"),
            comparison.transitions(),
            comparison.inspectionsA(),
            comparison.inspectionsB(),
            comparison.shift()));
    Table.print(run.text("By division", "按区划"), rows, 1, run.result());
  }

  /** Grades cannot be compared, and nobody says how often to inspect. */
  private boolean saysNothing() {
    return !comparison.hasOneScale() && !hasInspections();
  }

  private boolean hasInspections() {
    return comparison.inspectionsA().isPresent() && comparison.inspectionsB().isPresent();
  }

  /** Whether grades are compared; else how often is inspected. */
  private boolean showsDirections() {
    return comparison.hasOneScale() && comparison.transitions().moved() > 0;
  }

  private List<String> titles(String group) {
    List<String> titles = new ArrayList<>(List.of(group, run.text("BUSINESSES", "主体")));
    titles.addAll(
        showsDirections()
            ? List.of(run.text("BETTER", "变好"), run.text("WORSE", "变差"), run.text("OTHER", "其他"))
            : List.of(run.text("MORE OFTEN", "频次提高"), run.text("LESS OFTEN", "频次降低")));
    if (!hasInspections()) {
      return titles;
    }
    titles.addAll(
        List.of(
            run.text("INSPECTIONS a", "检查 a"),
            run.text("INSPECTIONS b", "检查 b"),
            run.text("DIFFERENCE min / max", "相差 最少 / 最多")));
    return titles;
  }

  private List<String> cells(
      String group,
      GradeTransitions transitions,
      Optional<InspectionLoad> a,
      Optional<InspectionLoad> b,
      InspectionShift shift) {
    List<String> cells = new ArrayList<>(List.of(group, Numbers.of(transitions.total())));
    if (showsDirections()) {
      for (Direction each : List.of(Direction.BETTER, Direction.WORSE, Direction.OTHER)) {
        cells.add(Numbers.of(transitions.count(each)));
      }
    } else {
      cells.addAll(List.of(Numbers.of(shift.more()), Numbers.of(shift.fewer())));
    }
    if (hasInspections()) {
      cells.addAll(List.of(range(a), range(b), difference(shift)));
    }
    return cells;
  }

  private static String range(Optional<InspectionLoad> load) {
    return load.map(each -> Numbers.wholeRange(each.min(), each.max())).orElse(NONE);
  }

  /** By how much the least and the greatest number change, where both policies name one. */
  private static String difference(InspectionShift shift) {
    String min = difference(shift.a().min(), shift.b().min());
    String max = difference(shift.a().max(), shift.b().max());
    return min.equals(max) ? min : min + " / " + max;
  }

  private static String difference(BigDecimal a, BigDecimal b) {
    return Numbers.signed(Numbers.whole(b.subtract(a)));
  }
}
