package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.AdverseRecord;
import io.foodsafety.risk.internal.AttentionFinder;
import io.foodsafety.risk.internal.DifferenceReasons;
import io.foodsafety.risk.internal.ReasonCounter;
import io.foodsafety.risk.internal.RuleDocuments;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** The key of businesses of no known division or segment; behind every code. */
  private static final String NONE = "~";

  private static final int COUNTY_DIGITS = 6;

  private record Business(String id, Optional<Subject> subject, FactHistory history) {

    String county() {
      return subject
          .flatMap(Subject::division)
          .map(code -> code.value().substring(0, COUNTY_DIGITS))
          .orElse(NONE);
    }

    String segment() {
      return subject.flatMap(Subject::segment).orElse(NONE);
    }
  }

  private final RiskPlan planA;
  private final RiskPlan planB;
  private final AsOf asOf;
  private final Consumer<PolicyMove> moves;
  private final Map<String, GradeTransitions.Counter> divisions = new TreeMap<>();
  private final Map<String, GradeTransitions.Counter> segments = new TreeMap<>();
  private final ReasonCounter reasons = new ReasonCounter();
  private final Map<PolicyMove.Attention, Long> attention =
      new EnumMap<>(PolicyMove.Attention.class);
  private final List<Business> batch = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();
  private long fewerDespiteRecord;
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
      segments.computeIfAbsent(business.segment(), each -> counter()).add(a, b);
      business.history().facts().forEach(fact -> kinds.add(fact.kind()));
      if (isInspectedLess(a, b) && hasRecord(business)) {
        fewerDespiteRecord++;
      }
      if (a.directionTo(b) != GradeOutcome.Direction.SAME) {
        explain(business);
      }
    }
    batch.clear();
  }

  private boolean isInspectedLess(GradeOutcome a, GradeOutcome b) {
    Optional<RiskPolicy.Inspections> before = a.grade().flatMap(planA.policy()::inspections);
    Optional<RiskPolicy.Inspections> after = b.grade().flatMap(planB.policy()::inspections);
    return before.isPresent()
        && after.isPresent()
        && InspectionShift.compare(after.get(), before.get()) < 0;
  }

  private boolean hasRecord(Business business) {
    return AdverseRecord.has(business.history(), asOf, planA.policy().zone());
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
            found.reasons(),
            AttentionFinder.find(a, b, hasRecord(business)));
    reasons.add(move);
    move.attention().forEach(each -> attention.merge(each, 1L, Long::sum));
    moves.accept(move);
  }

  private RiskAssessment assess(RiskPolicy policy, Business business) {
    return RiskGrader.of(policy).grade(business.id(), business.subject(), business.history(), asOf);
  }

  private static Optional<DivisionCode> division(String county) {
    return county.equals(NONE) ? Optional.empty() : Optional.of(DivisionCode.of(county));
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
    List<PolicyComparison.OfDivision> ofDivisions = new ArrayList<>();
    divisions.forEach((county, each) -> ofDivisions.add(ofDivision(county, each.end())));
    List<PolicyComparison.OfSegment> ofSegments = new ArrayList<>();
    segments.forEach((segment, each) -> ofSegments.add(ofSegment(segment, each.end())));
    List<PolicyComparison.AttentionCount> looks = new ArrayList<>();
    attention.forEach((each, count) -> looks.add(new PolicyComparison.AttentionCount(each, count)));
    return new PolicyComparison(
        planA.policy(),
        planB.policy(),
        asOf,
        transitions,
        loadA(transitions),
        loadB(transitions),
        shift(transitions),
        ofDivisions,
        ofSegments,
        reasons.end(),
        looks,
        fewerDespiteRecord,
        RuleDocuments.changes(planA.policy(), planB.policy()),
        kindsWithoutFacts(planA.policy()),
        kindsWithoutFacts(planB.policy()));
  }

  private List<String> kindsWithoutFacts(RiskPolicy policy) {
    return RuleDocuments.kinds(policy).stream().filter(kind -> !kinds.contains(kind)).toList();
  }

  private Optional<InspectionLoad> loadA(GradeTransitions transitions) {
    return InspectionLoad.of(planA.policy(), transitions::countRow);
  }

  private Optional<InspectionLoad> loadB(GradeTransitions transitions) {
    return InspectionLoad.of(planB.policy(), transitions::countColumn);
  }

  private InspectionShift shift(GradeTransitions transitions) {
    return InspectionShift.of(planA.policy(), planB.policy(), transitions);
  }

  private PolicyComparison.OfDivision ofDivision(String county, GradeTransitions transitions) {
    return new PolicyComparison.OfDivision(
        division(county), transitions, loadA(transitions), loadB(transitions), shift(transitions));
  }

  private PolicyComparison.OfSegment ofSegment(String segment, GradeTransitions transitions) {
    return new PolicyComparison.OfSegment(
        segment.equals(NONE) ? Optional.empty() : Optional.of(segment),
        transitions,
        loadA(transitions),
        loadB(transitions),
        shift(transitions));
  }
}
