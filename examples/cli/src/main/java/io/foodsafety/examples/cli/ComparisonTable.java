package io.foodsafety.examples.cli;

import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeTransitions;
import io.foodsafety.risk.PolicyComparison;
import io.foodsafety.risk.PolicyMove;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison of two policies for people who must decide: what changes in sentences, what the
 * policies say differently, who moves and why, what it costs, and whom to look at.
 */
final class ComparisonTable {

  private static final int MOST_REASONS = 10;

  private final Run run;
  private final RuleNames names;
  private final MoveText words;
  private final MoveRows moves;

  ComparisonTable(RuleNames names, Run run) {
    this.run = run;
    this.names = names;
    this.words = new MoveText(names, run);
    this.moves = new MoveRows(words, run);
  }

  /** Keeps a move if it is among those to be shown. */
  void add(PolicyMove move) {
    moves.add(move);
  }

  void write(PolicyComparison comparison) throws IOException {
    new ComparisonSummary(comparison, names, run).write();
    new PolicyDifferences(comparison, names, run).write();
    matrix(comparison);
    reasons(comparison);
    GroupRows groups = new GroupRows(comparison, run);
    groups.segments(names);
    groups.divisions(names);
    moves.write(comparison);
    run.result().flush();
  }

  private void matrix(PolicyComparison comparison) throws IOException {
    GradeTransitions transitions = comparison.transitions();
    List<GradeOutcome> columns =
        transitions.columns().stream().filter(each -> isShown(each, transitions)).toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> titles = new ArrayList<>(List.of("a \\ b"));
    columns.forEach(each -> titles.add(words.label(each)));
    titles.add(run.text("ALL", "合计"));
    rows.add(titles);
    for (GradeOutcome a : transitions.rows()) {
      if (!isShown(a, transitions)) {
        continue;
      }
      List<String> cells = new ArrayList<>(List.of(words.label(a)));
      columns.forEach(b -> cells.add(Numbers.of(transitions.count(a, b))));
      cells.add(Numbers.of(transitions.countRow(a)));
      rows.add(cells);
    }
    List<String> total = new ArrayList<>(List.of(run.text("ALL", "合计")));
    columns.forEach(b -> total.add(Numbers.of(transitions.countColumn(b))));
    total.add(Numbers.of(transitions.total()));
    rows.add(total);
    Table.print(run.text("How many businesses have which grade", "各等级主体数"), rows, 1, run.result());
  }

  /** Grades always; what is no grade only if there is such a business. */
  private static boolean isShown(GradeOutcome outcome, GradeTransitions transitions) {
    return outcome.grade().isPresent()
        || transitions.countRow(outcome) + transitions.countColumn(outcome) > 0;
  }

  private void reasons(PolicyComparison comparison) throws IOException {
    List<PolicyComparison.ReasonCount> reasons =
        comparison.reasons().stream()
            .filter(each -> !each.reason().equals(PolicyMove.SCALES))
            .toList();
    if (reasons.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            run.text("WHY", "原因"),
            run.text("BETTER", "变好"),
            run.text("WORSE", "变差"),
            run.text("OTHER", "其他")));
    for (PolicyComparison.ReasonCount each :
        reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
      rows.add(
          List.of(
              words.reason(each.reason()),
              Numbers.of(each.better()),
              Numbers.of(each.worse()),
              Numbers.of(each.other())));
    }
    Table.print(run.text("Why they move", "改变的原因"), rows, 1, run.result());
    if (reasons.size() > MOST_REASONS) {
      run.result()
          .line(
              run.text("and %s more reasons", "以及另外 %s 项原因")
                  .formatted(Numbers.of(reasons.size() - MOST_REASONS)));
    }
  }
}
