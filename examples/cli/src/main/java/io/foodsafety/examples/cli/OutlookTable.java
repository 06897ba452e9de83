package io.foodsafety.examples.cli;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.Region;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An outlook for people. */
final class OutlookTable {

  private static final int MOST_CHANGES = 20;
  private static final String NONE = "-";

  private final Run run;
  private final RuleNames names;
  private final MoveText words;

  OutlookTable(RiskPolicy policy, Optional<Region> region, Run run) {
    this.run = run;
    this.names = new RuleNames(List.of(policy), region, run);
    this.words = new MoveText(names, run);
  }

  void write(Dossier dossier, GradeOutlook outlook) throws IOException {
    sentence(dossier, outlook);
    facts(outlook);
    changes(outlook);
    run.result().flush();
  }

  private void sentence(Dossier dossier, GradeOutlook outlook) throws IOException {
    RiskAssessment now = outlook.now();
    run.result()
        .line(
            run.text("%s %s, by %s, on %s: %s, score %s.", "%s %s，依据 %s，截至 %s：%s，得分 %s。")
                .formatted(
                    dossier.subjectId(),
                    dossier.subject().map(Subject::name).orElse(NONE),
                    names.policy(now.policy()),
                    now.asOf().moment(),
                    words.label(GradeOutcome.of(now)),
                    score(now)));
    if (now.reason().isPresent()) {
      run.result().line(now.reason().get().message(run.locale()));
    }
    Optional<GradeOutlook.Change> first = outlook.gradeChanges().stream().findFirst();
    run.result()
        .line(
            first
                .map(
                    change ->
                        run.text("If nothing new happens, %s from %s on.", "若无新情况，自 %2$s 起为 %1$s。")
                            .formatted(
                                words.label(GradeOutcome.of(change.assessment())), change.day()))
                .orElseGet(
                    () ->
                        run.text("If nothing new happens, it stays so to %s.", "若无新情况，至 %s 不变。")
                            .formatted(outlook.until())));
  }

  private static String score(RiskAssessment assessment) {
    return assessment.score().map(Numbers::of).orElse(NONE);
  }

  private void facts(GradeOutlook outlook) throws IOException {
    run.result().line("");
    if (outlook.facts().isEmpty()) {
      run.result().line(run.text("No fact counts.", "没有计入的事实。"));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            run.text("FACT", "事实"),
            run.text("KIND", "类别"),
            run.text("DATE", "日期"),
            run.text("LINES", "条目"),
            run.text("GRADE WITHOUT IT", "无此事实的等级"),
            run.text("SCORE WITHOUT IT", "无此事实的得分"),
            run.text("NO LONGER COUNTS FROM", "不再计入之日")));
    for (GradeOutlook.Influence each : outlook.facts()) {
      rows.add(
          List.of(
              each.fact().id(),
              names.word("kind", each.fact().kind()),
              each.fact().at().dateIn(outlook.now().policy().zone()).toString(),
              each.items().isEmpty()
                  ? NONE
                  : each.items().stream()
                      .map(names::rule)
                      .collect(Collectors.joining(run.text("; ", "；"))),
              words.label(GradeOutcome.of(each.without())),
              score(each.without()),
              each.gone().map(LocalDate::toString).orElse(NONE)));
    }
    print(rows);
  }

  private void changes(GradeOutlook outlook) throws IOException {
    List<GradeOutlook.Change> changes = outlook.changes();
    if (changes.isEmpty()) {
      return;
    }
    run.result().line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            run.text("FROM", "自"),
            run.text("GRADE", "等级"),
            run.text("NEXT", "下期"),
            run.text("SCORE", "得分"),
            run.text("FACTS THAT NO LONGER COUNT", "不再计入的事实")));
    for (GradeOutlook.Change each : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      rows.add(
          List.of(
              each.day().toString(),
              words.label(GradeOutcome.of(each.assessment())),
              each.assessment().nextGrade().map(Grade::label).orElse(NONE),
              score(each.assessment()),
              each.left().isEmpty() ? NONE : String.join(", ", each.left())));
    }
    print(rows);
    if (changes.size() > MOST_CHANGES) {
      run.result()
          .line(
              run.text("and %s more days", "以及另外 %s 日")
                  .formatted(Numbers.of(changes.size() - MOST_CHANGES)));
    }
  }

  private void print(List<List<String>> rows) throws IOException {
    try (Table table = new Table(rows.get(0), run.result()::line)) {
      for (List<String> row : rows.subList(1, rows.size())) {
        table.row(row);
      }
    }
  }
}
