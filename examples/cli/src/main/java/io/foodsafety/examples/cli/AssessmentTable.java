package io.foodsafety.examples.cli;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Dossier;
import io.foodsafety.risk.RiskAssessment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table of assessments for people. */
final class AssessmentTable implements AssessmentOutput {

  private static final String NONE = "-";

  private final Run run;
  private final Table table;
  private final boolean showsFact;

  AssessmentTable(Run run, boolean showsFact) {
    this.run = run;
    this.showsFact = showsFact;
    List<String> titles = new ArrayList<>();
    titles.add(run.text("SUBJECT", "主体"));
    titles.add(run.text("NAME", "名称"));
    titles.add(run.text("AS OF", "截至"));
    if (showsFact) {
      titles.add(run.text("FACT", "事实"));
    }
    titles.add(run.text("STATUS", "状态"));
    titles.add(run.text("SCORE", "得分"));
    titles.add(run.text("GRADE", "等级"));
    titles.add(run.text("NEXT", "下期"));
    titles.add(run.text("REASON", "原因"));
    this.table = new Table(titles, run.result()::line);
  }

  @Override
  public void add(Dossier dossier, RiskAssessment assessment) throws IOException {
    List<String> cells = new ArrayList<>();
    cells.add(assessment.subject());
    cells.add(dossier.subject().map(Subject::name).orElse(NONE));
    cells.add(assessment.asOf().moment().toString());
    if (showsFact) {
      cells.add(assessment.asOf().fact().map(fact -> fact.id()).orElse(NONE));
    }
    cells.add(assessment.status().code());
    cells.add(
        assessment.score().map(score -> score.stripTrailingZeros().toPlainString()).orElse(NONE));
    cells.add(assessment.grade().map(Grade::label).orElse(NONE));
    cells.add(assessment.nextGrade().map(Grade::label).orElse(NONE));
    cells.add(assessment.reason().map(issue -> issue.message(run.locale())).orElse(""));
    table.row(cells);
  }

  @Override
  public void end() throws IOException {
    table.close();
    run.result().flush();
  }
}
