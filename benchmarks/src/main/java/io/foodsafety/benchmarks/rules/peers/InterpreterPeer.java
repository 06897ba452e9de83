package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.BenchmarkPolicy;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationRecords;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The library's interpreter, explanation included: what every other peer must agree with. */
public final class InterpreterPeer implements GrowingPeer {

  private static final int SCALE = 3;
  private static final AsOf DAY = AsOf.date(BenchmarkPolicy.DAY);

  private final RiskGrader grader = RiskGrader.of(BenchmarkPolicy.read());
  private final List<Subject> subjects = new ArrayList<>();
  private final List<FactHistory> histories = new ArrayList<>();

  /** The records of a population. */
  public InterpreterPeer(Population population) {
    PopulationRecords records = new PopulationRecords(population);
    for (int i = 0; i < population.size(); i++) {
      subjects.add(records.subject(i));
      histories.add(FactHistory.of(records.facts(i), List.of()));
    }
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      RiskAssessment assessment = assess(i);
      into.set(
          i,
          assessment.score().map(InterpreterPeer::thousandths).orElse(Grades.NO_SCORE),
          rank(assessment.grade()),
          rank(assessment.nextGrade()));
    }
  }

  /** The whole assessment of a business. */
  public RiskAssessment assess(int business) {
    return grader.grade(subjects.get(business), histories.get(business), DAY);
  }

  /** Thousandths of a point. */
  public static long thousandths(BigDecimal points) {
    return points.movePointRight(SCALE).longValueExact();
  }

  private static int rank(Optional<Grade> grade) {
    return grade.map(each -> each.rank() - 1).orElse((int) Grades.NO_GRADE);
  }

  @Override
  public void add(int business, NewFact fact, Grades into) {
    Subject subject = subjects.get(business);
    List<Fact> facts = new ArrayList<>(histories.get(business).facts());
    facts.add(fact.record(subject.id(), facts.size()));
    histories.set(business, FactHistory.of(facts, List.of()));
    grade(business, business + 1, into);
  }
}
