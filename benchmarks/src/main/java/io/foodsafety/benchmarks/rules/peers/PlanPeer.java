package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.BenchmarkPolicy;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationRecords;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.internal.GradeColumns;
import io.foodsafety.risk.internal.GradeProgram;
import io.foodsafety.rule.internal.Columns;
import java.util.List;
import java.util.Optional;

/** FoodSafety's compiled plan, over the columns that it reads. */
public final class PlanPeer implements RulePeer {

  private final RiskPolicy policy;
  private final Columns columns;
  private final GradeProgram program;
  private final GradeColumns grades;
  private final boolean withLines;

  /** The records of a population, taken into columns. */
  public PlanPeer(Population population, boolean withLines) {
    this(BenchmarkPolicy.read(), columns(population), withLines);
  }

  private PlanPeer(RiskPolicy policy, Columns columns, boolean withLines) {
    this.policy = policy;
    this.columns = columns;
    this.withLines = withLines;
    this.program = new GradeProgram(policy, columns);
    this.grades = new GradeColumns(columns.size(), withLines ? program.lines() : 0);
  }

  private static Columns columns(Population population) {
    RiskPolicy policy = BenchmarkPolicy.read();
    Columns columns = new Columns(AsOf.date(BenchmarkPolicy.DAY), policy.zone());
    GradeProgram unused = new GradeProgram(policy, columns);
    PopulationRecords records = new PopulationRecords(population);
    for (int i = 0; i < population.size(); i++) {
      Subject subject = records.subject(i);
      columns.add(subject.id(), Optional.of(subject), FactHistory.of(records.facts(i), List.of()));
    }
    return columns;
  }

  @Override
  public void grade(int from, int to, Grades into) {
    List<Integer> left = program.run(from, to, grades);
    if (!left.isEmpty()) {
      throw new IllegalStateException("The plan left " + left.size());
    }
    for (int i = from; i < to; i++) {
      boolean isWhole = grades.isWhole(i);
      into.set(
          i,
          isWhole ? grades.points(i) : Grades.NO_SCORE,
          grades.grade(i) - (grades.grade(i) > 0 ? 1 : 0),
          grades.nextGrade(i) - (grades.nextGrade(i) > 0 ? 1 : 0));
    }
  }

  @Override
  public RulePeer forThread() {
    return new PlanPeer(policy, columns, withLines);
  }
}
