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
import io.foodsafety.risk.FollowedBusiness;
import io.foodsafety.risk.PlanGrader;
import io.foodsafety.risk.RiskGrade;
import io.foodsafety.risk.RiskPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FoodSafety's compiled plan for businesses that are followed, each graded with its new facts. */
public final class PlanFollowedPeer implements GrowingPeer {

  private static final AsOf DAY = AsOf.date(BenchmarkPolicy.DAY);

  private final List<List<Fact>> records = new ArrayList<>();
  private final List<FollowedBusiness> followed = new ArrayList<>();

  /** The records of a population. */
  public PlanFollowedPeer(Population population) {
    PlanGrader grader = RiskPlan.of(BenchmarkPolicy.read()).grader(DAY);
    PopulationRecords source = new PopulationRecords(population);
    for (int i = 0; i < population.size(); i++) {
      Subject subject = source.subject(i);
      List<Fact> facts = new ArrayList<>(source.facts(i));
      records.add(facts);
      followed.add(
          grader.follow(
              subject.id(), () -> Optional.of(subject), () -> FactHistory.of(facts, List.of())));
    }
    followed.forEach(each -> each.grade(DAY));
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      RiskGrade found = followed.get(i).grade(DAY);
      into.set(
          i,
          found.score().map(InterpreterPeer::thousandths).orElse(Grades.NO_SCORE),
          found.grade().map(grade -> grade.rank() - 1).orElse((int) Grades.NO_GRADE),
          found.nextGrade().map(grade -> grade.rank() - 1).orElse((int) Grades.NO_GRADE));
    }
  }

  @Override
  public void add(int business, NewFact fact, Grades into) {
    List<Fact> facts = records.get(business);
    Fact added = fact.record(followed.get(business).id(), facts.size());
    facts.add(added);
    followed.get(business).add(added);
    grade(business, business + 1, into);
  }
}
