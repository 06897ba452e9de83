package io.foodsafety.examples.cli;

import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.GradeTransitions;
import io.foodsafety.risk.InspectionLoad;
import io.foodsafety.risk.InspectionShift;
import io.foodsafety.risk.PolicyComparison;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a comparison comes to, in a few sentences. */
final class ComparisonSummary {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final PolicyComparison comparison;
  private final RuleNames names;
  private final Run run;

  ComparisonSummary(PolicyComparison comparison, RuleNames names, Run run) {
    this.comparison = comparison;
    this.names = names;
    this.run = run;
  }

  void write() throws IOException {
    line("a: " + names.policy(comparison.a()));
    line("b: " + names.policy(comparison.b()));
    line("");
    line(comparison.hasOneScale() ? moves() : otherLabels());
    line(inspections());
    shift(comparison.shift());
    unread("a", comparison.kindsWithoutFactsA());
    unread("b", comparison.kindsWithoutFactsB());
  }

  private void shift(InspectionShift shift) throws IOException {
    if (shift.more() + shift.fewer() == 0) {
      return;
    }
    line(
        run.text(
                "Under b, %s businesses are inspected more often and %s less often.",
                "按 b，检查频次提高的 %s 家，降低的 %s 家。")
            .formatted(Numbers.of(shift.more()), Numbers.of(shift.fewer())));
    if (comparison.fewerDespiteRecord() > 0) {
      line(
          run.text(
                  "Of the latter, %s had a penalty, an accident, a failed sample or an upheld"
                      + " complaint within a year.",
                  "后者中 %s 家一年内有处罚、事故、不合格抽检或属实投诉。")
              .formatted(Numbers.of(comparison.fewerDespiteRecord())));
    }
  }

  /** What a policy reads in vain: rules over it had no effect. */
  private void unread(String policy, List<String> kinds) throws IOException {
    if (!kinds.isEmpty()) {
      line(
          run.text("%s reads facts that are not in the data: %s.", "数据中没有 %s 所用的下列事实：%s。")
              .formatted(
                  policy,
                  kinds.stream()
                      .map(kind -> names.word("kind", kind))
                      .collect(Collectors.joining(run.text(", ", "、")))));
    }
  }

  private String moves() {
    GradeTransitions transitions = comparison.transitions();
    if (transitions.moved() == 0) {
      return run.text(
              "On %s, none of %s businesses would get another grade.", "截至 %s，%s 家主体的等级均不变。")
          .formatted(comparison.asOf().moment(), Numbers.of(transitions.total()));
    }
    return run.text(
            "On %s, %s of %s businesses (%s) would change: %s get a better grade, %s a worse one, %s"
                + " gain or lose a grade.",
            "截至 %1$s，%3$s 家主体中有 %2$s 家（%4$s）结果改变：等级变好 %5$s 家，变差 %6$s 家，有无等级改变 %7$s 家。")
        .formatted(
            comparison.asOf().moment(),
            Numbers.of(transitions.moved()),
            Numbers.of(transitions.total()),
            share(transitions.moved(), transitions.total()),
            Numbers.of(transitions.count(Direction.BETTER)),
            Numbers.of(transitions.count(Direction.WORSE)),
            Numbers.of(transitions.count(Direction.OTHER)));
  }

  private String otherLabels() {
    GradeTransitions transitions = comparison.transitions();
    return run.text(
            "%2$s businesses on %1$s. The grades are those of two scales (%3$s and %4$s), so none is"
                + " better or worse than the other; how often is inspected can be compared.",
            "截至 %s，主体 %s 家。两份规则的等级体系不同（%s 与 %s），等级之间不分好坏；可比较的是检查频次。")
        .formatted(
            comparison.asOf().moment(),
            Numbers.of(transitions.total()),
            comparison.a().scale().id(),
            comparison.b().scale().id());
  }

  private String inspections() {
    Optional<InspectionLoad> a = comparison.inspectionsA();
    Optional<InspectionLoad> b = comparison.inspectionsB();
    String loads =
        run.text("Inspections a year: %s under a, %s under b", "每年检查次数：a %s，b %s")
            .formatted(load(a), load(b));
    if (a.isEmpty() || b.isEmpty()) {
      return loads + run.text(".", "。");
    }
    InspectionLoad before = comparison.shift().a();
    InspectionLoad after = comparison.shift().b();
    String least = difference(before.min(), after.min());
    String most = difference(before.max(), after.max());
    String of =
        before.without() == 0 ? "" : run.text(" for those counted under both", "（仅计两份规则均计入的主体）");
    return loads
        + (least.equals(most)
            ? run.text("; the difference%2$s is %1$s.", "；相差%2$s %1$s。").formatted(least, of)
            : run.text(
                    "; the least changes%3$s by %1$s, the most by %2$s.",
                    "；最少次数变化%3$s %1$s，最多次数变化 %2$s。")
                .formatted(least, most, of));
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

  private static String difference(BigDecimal a, BigDecimal b) {
    BigDecimal difference = Numbers.whole(b.subtract(a));
    String signed = Numbers.signed(difference);
    return a.signum() == 0
        ? signed
        : "%s (%s%%)"
            .formatted(
                signed,
                Numbers.signed(b.subtract(a).multiply(HUNDRED).divide(a, 0, RoundingMode.HALF_UP)));
  }

  private static String share(long part, long whole) {
    return whole == 0
        ? "0%"
        : Numbers.of(
                BigDecimal.valueOf(part)
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP))
            + "%";
  }

  private void line(String text) throws IOException {
    run.result().line(text);
  }
}
