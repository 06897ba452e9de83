package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.GradeColumns;
import io.foodsafety.risk.internal.GradeProgram;
import io.foodsafety.risk.internal.Grading;
import io.foodsafety.rule.internal.Columns;
import java.util.Optional;

/**
 * Grades businesses one at a time by a compiled policy, such as one that has a new fact. The policy
 * is compiled once for each day of assessment. For one thread.
 */
public final class PlanGrader {

  private final RiskPolicy policy;
  private final Columns columns;
  private final GradeColumns grades = new GradeColumns(1, 0);
  private GradeProgram program;

  PlanGrader(RiskPolicy policy, AsOf asOf) {
    this.policy = policy;
    this.columns = new Columns(asOf, policy.zone());
    GradeProgram unused = new GradeProgram(policy, columns); // names the columns
    columns.expectUnknown();
    this.program = new GradeProgram(policy, columns);
  }

  /**
   * Grades a business.
   *
   * @param id its id
   * @param subject what is registered of it, if anything
   * @param history all facts that concern it
   * @param asOf the point of assessment; later facts are not seen
   * @return the grade
   */
  public RiskGrade grade(String id, Optional<Subject> subject, FactHistory history, AsOf asOf) {
    columns.clear(asOf);
    columns.add(id, subject, history);
    if (!program.fits()) {
      program = new GradeProgram(policy, columns);
    }
    return program.run(0, 1, grades).isEmpty()
        ? new RiskScores(policy, grades, 0).get(0)
        : RiskGrade.of(new Grading(policy, columns.context(0)).assess());
  }
}
