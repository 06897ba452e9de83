package io.foodsafety.examples.cli;

import io.foodsafety.record.Dossier;
import io.foodsafety.risk.RiskAssessment;
import java.io.IOException;

/** A line of JSON for each assessment. */
final class JsonAssessments implements AssessmentOutput {

  private final Run run;

  JsonAssessments(Run run) {
    this.run = run;
  }

  @Override
  public void add(Dossier dossier, RiskAssessment assessment) throws IOException {
    run.result().line(assessment.toJson(run.locale()));
  }

  @Override
  public void end() throws IOException {
    run.result().flush();
  }
}
