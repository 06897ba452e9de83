package io.foodsafety.examples.cli;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.region.Divisions;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.GradeTransitions;
import io.foodsafety.risk.InspectionLoad;
import io.foodsafety.risk.PolicyComparison;
import io.foodsafety.risk.PolicyMove;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison of two policies for people: what changes in a sentence, then in tables. */
final class ComparisonTable {

  private static final int MOST_MOVES = 20;
  private static final int MOST_REASONS = 10;
  private static final int REASONS_OF_A_MOVE = 3;
  private static final String NONE = "-";

  private final Run run;
  private final Optional<Divisions> divisions;
  private final MoveText words;
  private final List<PolicyMove> moves = new ArrayList<>();

  ComparisonTable(Run run, Optional<Divisions> divisions) {
    this.run = run;
    this.divisions = divisions;
    this.words = new MoveText(run);
  }

  /** Keeps the first moves. */
  void add(PolicyMove move) {
    if (moves.size() < MOST_MOVES) {
      moves.add(move);
    }
  }

  void write(PolicyComparison comparison) throws IOException {
    sentence(comparison);
    matrix(comparison);
    if (comparison.transitions().moved() > 0) {
      reasons(comparison);
    }
    divisions(comparison);
    if (!moves.isEmpty()) {
      moves(comparison.transitions().moved());
    }
    run.result().flush();
  }

  private void sentence(PolicyComparison comparison) throws IOException {
    GradeTransitions transitions = comparison.transitions();
    run.result()
        .line(
            comparison.hasOneScale()
                ? run.text(
                        "%s of %s businesses would change: %s get a better grade, %s a worse one,"
                            + " %s gain or lose a grade.",
                        "%2$s 家主体中有 %1$s 家结果改变：等级变好 %3$s 家，变差 %4$s 家，有无等级改变 %5$s 家。")
                    .formatted(
                        Numbers.of(transitions.moved()),
                        Numbers.of(transitions.total()),
                        Numbers.of(transitions.count(Direction.BETTER)),
                        Numbers.of(transitions.count(Direction.WORSE)),
                        Numbers.of(transitions.count(Direction.OTHER)))
                : run.text(
                        "%s of %s businesses would have another label; the scales are two, so none"
                            + " is better or worse.",
                        "%2$s 家主体中有 %1$s 家等级名称不同；两份规则的等级表不同，不分好坏。")
                    .formatted(Numbers.of(transitions.moved()), Numbers.of(transitions.total())));
    run.result()
        .line(
            run.text("Inspections a year: %s under a, %s under b.", "每年检查次数：a 为 %s，b 为 %s。")
                .formatted(load(comparison.inspectionsA()), load(comparison.inspectionsB())));
    policy("a", comparison.a());
    policy("b", comparison.b());
    run.result().line("");
  }

  private void policy(String name, RiskPolicy policy) throws IOException {
    run.result()
        .line(
            run.text("%s: %s, version %s, scale %s", "%s：%s，版本 %s，等级表 %s")
                .formatted(name, policy.id(), policy.version(), policy.scale()));
  }

  /** The inspections; with a mark if some businesses are in neither sum. */
  private String load(Optional<InspectionLoad> load) {
    return load.map(
            each ->
                each.without() == 0
                    ? Numbers.wholeRange(each.min(), each.max())
                    : run.text("%s (without %s businesses)", "%s（未计 %s 家）")
                        .formatted(
                            Numbers.wholeRange(each.min(), each.max()), Numbers.of(each.without())))
        .orElse(run.text("not said", "未规定"));
  }

  private void matrix(PolicyComparison comparison) throws IOException {
    GradeTransitions transitions = comparison.transitions();
    List<GradeOutcome> columns = transitions.columns();
    List<List<String>> rows = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    titles.add(run.text("a \\ b", "a \\ b"));
    columns.forEach(each -> titles.add(words.label(each)));
    titles.add(run.text("ALL", "合计"));
    rows.add(titles);
    for (GradeOutcome a : transitions.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(words.label(a));
      columns.forEach(b -> cells.add(Numbers.of(transitions.count(a, b))));
      cells.add(Numbers.of(transitions.countRow(a)));
      rows.add(cells);
    }
    List<String> total = new ArrayList<>();
    total.add(run.text("ALL", "合计"));
    columns.forEach(b -> total.add(Numbers.of(transitions.countColumn(b))));
    total.add(Numbers.of(transitions.total()));
    rows.add(total);
    print(rows, 1);
  }

  private void reasons(PolicyComparison comparison) throws IOException {
    run.result().line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            run.text("WHY", "原因"),
            run.text("BETTER", "变好"),
            run.text("WORSE", "变差"),
            run.text("OTHER", "其他")));
    List<PolicyComparison.ReasonCount> reasons = comparison.reasons();
    for (PolicyComparison.ReasonCount each :
        reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
      rows.add(
          List.of(
              words.reason(each.reason()),
              Numbers.of(each.better()),
              Numbers.of(each.worse()),
              Numbers.of(each.other())));
    }
    print(rows, 1);
    if (reasons.size() > MOST_REASONS) {
      run.result()
          .line(
              run.text("and %s more reasons", "以及另外 %s 项原因")
                  .formatted(Numbers.of(reasons.size() - MOST_REASONS)));
    }
  }

  private void divisions(PolicyComparison comparison) throws IOException {
    run.result().line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            run.text("DIVISION", "区划"),
            run.text("BUSINESSES", "主体"),
            run.text("BETTER", "变好"),
            run.text("WORSE", "变差"),
            run.text("OTHER", "其他"),
            run.text("INSPECTIONS a", "检查 a"),
            run.text("INSPECTIONS b", "检查 b"),
            run.text("DIFFERENCE min / max", "相差 最少 / 最多")));
    comparison.divisions().forEach(each -> rows.add(division(each)));
    print(rows, 1);
  }

  private List<String> division(PolicyComparison.OfDivision each) {
    GradeTransitions transitions = each.transitions();
    return List.of(
        each.division().map(this::name).orElse(NONE),
        Numbers.of(transitions.total()),
        Numbers.of(transitions.count(Direction.BETTER)),
        Numbers.of(transitions.count(Direction.WORSE)),
        Numbers.of(transitions.count(Direction.OTHER)),
        range(each.inspectionsA()),
        range(each.inspectionsB()),
        difference(each.inspectionsA(), each.inspectionsB()));
  }

  private String name(DivisionCode code) {
    return divisions
        .flatMap(all -> all.find(code))
        .map(entry -> code + " " + words.local(entry))
        .orElse(code.value());
  }

  private static String range(Optional<InspectionLoad> load) {
    return load.map(each -> Numbers.wholeRange(each.min(), each.max())).orElse(NONE);
  }

  /** By how much the least and the greatest number change. */
  private static String difference(Optional<InspectionLoad> a, Optional<InspectionLoad> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return NONE;
    }
    String min = Numbers.signed(Numbers.whole(b.get().min().subtract(a.get().min())));
    String max = Numbers.signed(Numbers.whole(b.get().max().subtract(a.get().max())));
    return min.equals(max) ? min : min + " / " + max;
  }

  private void moves(long all) throws IOException {
    run.result().line("");
    if (all > moves.size()) {
      run.result()
          .line(
              run.text("The first %s of %s businesses that change:", "结果改变的 %2$s 家主体中的前 %1$s 家：")
                  .formatted(moves.size(), Numbers.of(all)));
    }
    List<String> titles =
        List.of(
            run.text("SUBJECT", "主体"),
            run.text("NAME", "名称"),
            "a",
            "b",
            run.text("SCORE a", "得分 a"),
            run.text("SCORE b", "得分 b"),
            run.text("WHY", "原因"));
    try (Table table = new Table(titles, run.result()::line)) {
      for (PolicyMove move : moves) {
        table.row(row(move));
      }
    }
  }

  private List<String> row(PolicyMove move) {
    String reasons =
        move.reasons().stream()
            .limit(REASONS_OF_A_MOVE)
            .map(reason -> words.reason(reason, move))
            .collect(Collectors.joining(", "));
    int more = move.reasons().size() - REASONS_OF_A_MOVE;
    return List.of(
        move.subject(),
        move.name().orElse(NONE),
        words.label(GradeOutcome.of(move.a())),
        words.label(GradeOutcome.of(move.b())),
        move.a().score().map(Numbers::of).orElse(NONE),
        move.b().score().map(Numbers::of).orElse(NONE),
        more > 0 ? reasons + " …" : reasons);
  }

  private void print(List<List<String>> rows, int leftColumns) throws IOException {
    List<List<String>> aligned = Numbers.alignRight(rows, leftColumns);
    try (Table table = new Table(aligned.get(0), run.result()::line)) {
      for (List<String> row : aligned.subList(1, aligned.size())) {
        table.row(row);
      }
    }
  }
}
