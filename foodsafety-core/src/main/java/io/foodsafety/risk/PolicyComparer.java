package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.DifferenceReasons;
import io.foodsafety.risk.internal.ReasonCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Grades businesses by two policies and says who moves, and why. Businesses are graded from
 * columns, some thousand at a time, and only those that move are explained; so the memory needed
 * does not grow with their number. A function of what it is given: no clock, no storage. For one
 * thread.
 *
 * <pre>{@code
 * PolicyComparer comparer = PolicyComparer.of(now, proposed, AsOf.date(day), move -> …);
 * businesses.forEach(each -> comparer.add(each.id(), each.subject(), each.history()));
 * PolicyComparison comparison = comparer.end();
 * }</pre>
 */
public final class PolicyComparer {

  private static final int BATCH = 1024;

  /** The key of businesses of no known division; behind every code. */
  private static final String NO_DIVISION = "~";

  private static final int COUNTY_DIGITS = 6;

  private record Business(String id, Optional<Subject> subject, FactHistory history) {

    String county() {
      return subject
          .flatMap(Subject::division)
          .map(code -> code.value().substring(0, COUNTY_DIGITS))
          .orElse(NO_DIVISION);
    }
  }

  private final RiskPlan planA;
  private final RiskPlan planB;
  private final AsOf asOf;
  private final Consumer<PolicyMove> moves;
  private final Map<String, GradeTransitions.Counter> divisions = new TreeMap<>();
  private final ReasonCounter reasons = new ReasonCounter();
  private final List<Business> batch = new ArrayList<>();
  private boolean isEnded;

  private PolicyComparer(RiskPolicy a, RiskPolicy b, AsOf asOf, Consumer<PolicyMove> moves) {
    this.planA = RiskPlan.of(a);
    this.planB = RiskPlan.of(b);
    this.asOf = asOf;
    this.moves = moves;
  }

  /**
   * A comparer of two policies.
   *
   * @param a the first policy, such as the one in force
   * @param b the second policy, such as a proposed one
   * @param asOf the point of assessment; later facts are not seen
   * @param moves takes every business that moves, in the order in which they are added
   * @return the comparer
   * @throws IllegalArgumentException if the policies read dates in two zones
   */
  public static PolicyComparer of(
      RiskPolicy a, RiskPolicy b, AsOf asOf, Consumer<PolicyMove> moves) {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(moves, "moves");
    RiskColumns.of(asOf, List.of(a, b));
    return new PolicyComparer(a, b, asOf, moves);
  }

  /**
   * Adds a business.
   *
   * @param id its id
   * @param subject what is registered of it, if anything
   * @param history all facts that concern it
   * @throws IllegalStateException if the comparison has ended
   */
  public void add(String id, Optional<Subject> subject, FactHistory history) {
    if (isEnded) {
      throw new IllegalStateException("The comparison has ended.");
    }
    batch.add(new Business(id, subject, history));
    if (batch.size() == BATCH) {
      gradeBatch();
    }
  }

  private void gradeBatch() {
    RiskColumns columns = RiskColumns.of(asOf, List.of(planA.policy(), planB.policy()));
    batch.forEach(each -> columns.add(each.id(), each.subject(), each.history()));
    RiskScores scoresA = planA.grade(columns, 1);
    RiskScores scoresB = planB.grade(columns, 1);
    for (int i = 0; i < batch.size(); i++) {
      GradeOutcome a = new GradeOutcome(scoresA.status(i), scoresA.grade(i));
      GradeOutcome b = new GradeOutcome(scoresB.status(i), scoresB.grade(i));
      Business business = batch.get(i);
      divisions.computeIfAbsent(business.county(), each -> counter()).add(a, b);
      if (a.directionTo(b) != GradeOutcome.Direction.SAME) {
        explain(business);
      }
    }
    batch.clear();
  }

  private GradeTransitions.Counter counter() {
    return new GradeTransitions.Counter(planA.policy().scale(), planB.policy().scale());
  }

  private void explain(Business business) {
    RiskAssessment a = assess(planA.policy(), business);
    RiskAssessment b = assess(planB.policy(), business);
    DifferenceReasons found = new DifferenceReasons(a, b);
    PolicyMove move =
        new PolicyMove(
            business.id(),
            business.subject().map(Subject::name),
            division(business.county()),
            found.direction(),
            a,
            b,
            found.differences(),
            found.reasons());
    reasons.add(move);
    moves.accept(move);
  }

  private RiskAssessment assess(RiskPolicy policy, Business business) {
    return RiskGrader.of(policy).grade(business.id(), business.subject(), business.history(), asOf);
  }

  private static Optional<DivisionCode> division(String county) {
    return county.equals(NO_DIVISION) ? Optional.empty() : Optional.of(DivisionCode.of(county));
  }

  /**
   * Ends the comparison.
   *
   * @return what came of all businesses added
   */
  public PolicyComparison end() {
    gradeBatch();
    isEnded = true;
    GradeTransitions.Counter total = counter();
    divisions.values().forEach(total::add);
    GradeTransitions transitions = total.end();
    List<PolicyComparison.OfDivision> parts = new ArrayList<>();
    divisions.forEach((county, counts) -> parts.add(ofDivision(division(county), counts.end())));
    return new PolicyComparison(
        planA.policy(),
        planB.policy(),
        asOf,
        transitions,
        InspectionLoad.of(planA.policy(), transitions::countRow),
        InspectionLoad.of(planB.policy(), transitions::countColumn),
        parts,
        reasons.end());
  }

  private PolicyComparison.OfDivision ofDivision(
      Optional<DivisionCode> division, GradeTransitions transitions) {
    return new PolicyComparison.OfDivision(
        division,
        transitions,
        InspectionLoad.of(planA.policy(), transitions::countRow),
        InspectionLoad.of(planB.policy(), transitions::countColumn));
  }
}
