package io.foodsafety.examples.cli;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.PolicyComparison;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.RuleChange;
import io.foodsafety.rule.Bands;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What two policies say differently: their grades, how often is inspected, and their rules. */
final class PolicyDifferences {

  private static final int MOST_RULES = 8;
  private static final String NONE = "-";

  private final PolicyComparison comparison;
  private final RuleNames names;
  private final Run run;

  PolicyDifferences(PolicyComparison comparison, RuleNames names, Run run) {
    this.comparison = comparison;
    this.names = names;
    this.run = run;
  }

  void write() throws IOException {
    grades();
    if (comparison.rules().isEmpty()) {
      run.result().line(run.text("All rules are the same.", "各条规则相同。"));
      return;
    }
    if (!comparison.haveRulesInCommon()) {
      run.result().line(run.text("They have no rule in common.", "两份规则没有相同的条目。"));
      return;
    }
    rules(RuleChange.Kind.CHANGED, run.text("Rules that say something else: ", "内容不同的规则："));
    rules(RuleChange.Kind.REMOVED, run.text("Rules of a only: ", "仅 a 有的规则："));
    rules(RuleChange.Kind.ADDED, run.text("Rules of b only: ", "仅 b 有的规则："));
  }

  private void grades() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    if (comparison.hasOneScale()) {
      rows.add(
          List.of(
              run.text("GRADE", "等级"),
              run.text("SCORE a", "分数 a"),
              run.text("SCORE b", "分数 b"),
              run.text("INSPECTIONS A YEAR a", "每年检查 a"),
              run.text("INSPECTIONS A YEAR b", "每年检查 b")));
      for (String label : comparison.a().scale().labels()) {
        Grade grade = comparison.a().scale().grade(label);
        rows.add(
            List.of(
                label,
                score(comparison.a(), grade),
                score(comparison.b(), grade),
                times(comparison.a(), grade),
                times(comparison.b(), grade)));
      }
    } else {
      rows.add(
          List.of(
              run.text("GRADE", "等级"),
              run.text("SCORE", "分数"),
              run.text("INSPECTIONS A YEAR", "每年检查")));
      addGrades("a ", comparison.a(), rows);
      addGrades("b ", comparison.b(), rows);
    }
    Table.print(run.text("What the policies say", "规则内容"), rows, 5, run.result());
  }

  private void addGrades(String prefix, RiskPolicy policy, List<List<String>> rows) {
    for (String label : policy.scale().labels()) {
      Grade grade = policy.scale().grade(label);
      rows.add(List.of(prefix + label, score(policy, grade), times(policy, grade)));
    }
  }

  private String score(RiskPolicy policy, Grade grade) {
    return policy.bands().bands().stream()
        .filter(band -> band.result().equals(grade))
        .map(Bands.Band::interval)
        .map(interval -> interval.text(run.locale()))
        .findFirst()
        .orElse(NONE);
  }

  private String times(RiskPolicy policy, Grade grade) {
    return policy
        .inspections(grade)
        .map(
            each -> {
              String least = Numbers.of(each.min());
              return each.max()
                  .map(Numbers::of)
                  .map(most -> most.equals(least) ? least : least + "–" + most)
                  .orElse(run.text("%s or more", "至少 %s").formatted(least));
            })
        .orElse(NONE);
  }

  private void rules(RuleChange.Kind kind, String title) throws IOException {
    List<String> items =
        comparison.rules().stream()
            .filter(each -> each.kind() == kind)
            .map(RuleChange::item)
            .toList();
    if (!items.isEmpty()) {
      String named =
          items.stream()
              .limit(MOST_RULES)
              .map(names::rule)
              .collect(Collectors.joining(run.text("; ", "；")));
      String more =
          items.size() > MOST_RULES
              ? run.text("; and %s more", "；以及另外 %s 条")
                  .formatted(Numbers.of(items.size() - MOST_RULES))
              : "";
      run.result().line(title + DisplayWidth.printable(named) + more + run.text(".", "。"));
    }
  }
}
