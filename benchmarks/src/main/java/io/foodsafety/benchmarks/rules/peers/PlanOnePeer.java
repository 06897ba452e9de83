package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.BenchmarkPolicy;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationRecords;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.PlanGrader;
import io.foodsafety.risk.RiskGrade;
import io.foodsafety.risk.RiskPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FoodSafety's compiled plan for one business after another, from its records. */
public final class PlanOnePeer implements GrowingPeer {

  private static final AsOf DAY = AsOf.date(BenchmarkPolicy.DAY);

  private final PlanGrader grader = RiskPlan.of(BenchmarkPolicy.read()).grader(DAY);
  private final List<Subject> subjects = new ArrayList<>();
  private final List<FactHistory> histories = new ArrayList<>();

  /** The records of a population. */
  public PlanOnePeer(Population population) {
    PopulationRecords records = new PopulationRecords(population);
    for (int i = 0; i < population.size(); i++) {
      subjects.add(records.subject(i));
      histories.add(FactHistory.of(records.facts(i), List.of()));
    }
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      Subject subject = subjects.get(i);
      RiskGrade found = grader.grade(subject.id(), Optional.of(subject), histories.get(i), DAY);
      into.set(
          i,
          found.score().map(InterpreterPeer::thousandths).orElse(Grades.NO_SCORE),
          found.grade().map(grade -> grade.rank() - 1).orElse((int) Grades.NO_GRADE),
          found.nextGrade().map(grade -> grade.rank() - 1).orElse((int) Grades.NO_GRADE));
    }
  }

  @Override
  public void add(int business, NewFact fact, Grades into) {
    List<Fact> facts = new ArrayList<>(histories.get(business).facts());
    facts.add(fact.record(subjects.get(business).id(), facts.size()));
    histories.set(business, FactHistory.of(facts, List.of()));
    grade(business, business + 1, into);
  }
}
