package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.GradeColumns;
import io.foodsafety.risk.internal.GradeProgram;
import io.foodsafety.risk.internal.Grading;
import io.foodsafety.rule.internal.Columns;
import io.foodsafety.rule.internal.PackedRows;
import io.foodsafety.rule.internal.RowPacker;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Grades businesses one at a time by a compiled policy, such as one that has a new fact. The policy
 * is compiled once for each day of assessment. For one thread.
 */
public final class PlanGrader {

  private final RiskPolicy policy;
  private final Columns columns;
  private final RowPacker packer;
  private final GradeColumns grades = new GradeColumns(1, 0);
  private GradeProgram program;

  PlanGrader(RiskPolicy policy, AsOf asOf) {
    this.policy = policy;
    this.columns = new Columns(asOf, policy.zone());
    this.packer = new RowPacker(columns);
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
    return grade();
  }

  /**
   * Follows a business, which is to be graded with every fact that it gets.
   *
   * @param id its id
   * @param subject reads what is registered of it, if anything; asked once a day
   * @param history reads all facts that concern it; asked where what is kept of them does not do
   * @return the business, none of whose records is read as yet
   */
  public FollowedBusiness follow(
      String id, Supplier<Optional<Subject>> subject, Supplier<FactHistory> history) {
    return new FollowedBusiness(this, id, subject, history);
  }

  /** Puts a business into the columns: from what is kept of it if possible, else from records. */
  Optional<PackedRows> take(
      Optional<PackedRows> rows,
      String id,
      Supplier<Optional<Subject>> subject,
      Supplier<FactHistory> history,
      List<Fact> added,
      AsOf asOf) {
    columns.clear(asOf);
    Optional<PackedRows> resumed = rows.flatMap(known -> packer.resume(known, id, subject, added));
    if (resumed.isPresent()) {
      return resumed;
    }
    columns.clear(asOf);
    return packer.add(id, subject.get(), history.get());
  }

  /** Grades the business in the columns. */
  RiskGrade grade() {
    if (!program.fits()) {
      program = new GradeProgram(policy, columns);
    }
    return program.run(0, 1, grades).isEmpty()
        ? new RiskScores(policy, grades, 0).get(0)
        : RiskGrade.of(new Grading(policy, columns.context(0)).assess());
  }
}
