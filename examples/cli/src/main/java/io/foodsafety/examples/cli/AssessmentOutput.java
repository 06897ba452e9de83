package io.foodsafety.examples.cli;

import io.foodsafety.record.Dossier;
import io.foodsafety.risk.RiskAssessment;
import java.io.IOException;

/** Writes assessments, one after the other. */
interface AssessmentOutput {

  /** Writes one, or keeps it until the layout is known. */
  void add(Dossier dossier, RiskAssessment assessment) throws IOException;

  /** Writes what was kept. */
  void end() throws IOException;
}
