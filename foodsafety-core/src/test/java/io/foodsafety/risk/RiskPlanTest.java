package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A compiled policy gives what the interpreter gives, to the digit. */
class RiskPlanTest {

  private static final int CASES = Integer.getInteger("plan.cases", 1500);

  private record Business(Optional<Subject> subject, FactHistory history) {}

  private static List<Business> businesses(
      RiskPolicy policy, int size, boolean modest, Random random) {
    List<Business> businesses = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      RandomFacts source = new RandomFacts(policy.catalogue(), List.of("event", "other"), random);
      if (modest) {
        source.modest();
      }
      businesses.add(
          new Business(
              random.nextInt(20) == 0 ? Optional.empty() : Optional.of(source.subject()),
              source.history(random.nextInt(12))));
    }
    return businesses;
  }

  /** The plan's columns beside the assessment of each business; returns how many it left. */
  private static int check(RiskPolicy policy, AsOf asOf, List<Business> businesses, int threads) {
    RiskPlan plan = RiskPlan.of(policy);
    RiskColumns columns = plan.columns(asOf);
    businesses.forEach(each -> columns.add("S1", each.subject(), each.history()));
    RiskScores scores = plan.explain(columns, threads);
    RiskScores grades = plan.grade(columns, 1);
    assertThat(scores.size()).isEqualTo(businesses.size());
    for (int i = 0; i < businesses.size(); i++) {
      RiskAssessment meant =
          RiskGrader.of(policy)
              .grade("S1", businesses.get(i).subject(), businesses.get(i).history(), asOf);
      checkGrade(scores, i, meant);
      checkGrade(grades, i, meant);
      checkLines(scores, i, meant);
    }
    return scores.gradedAlone();
  }

  private static void checkGrade(RiskScores scores, int index, RiskAssessment meant) {
    assertThat(scores.status(index)).as(meant.toJson()).isEqualTo(meant.status());
    assertThat(plain(scores.partialScore(index)))
        .as(meant.toJson())
        .isEqualTo(plain(meant.partialScore()));
    assertThat(plain(scores.score(index))).as(meant.toJson()).isEqualTo(plain(meant.score()));
    assertThat(scores.grade(index)).as(meant.toJson()).isEqualTo(meant.grade());
    assertThat(scores.nextGrade(index)).as(meant.toJson()).isEqualTo(meant.nextGrade());
  }

  private static Optional<BigDecimal> plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::stripTrailingZeros);
  }

  private static void checkLines(RiskScores scores, int index, RiskAssessment meant) {
    RiskPolicy policy = meant.policy();
    if (meant.partialScore().isEmpty()) {
      return;
    }
    List<AssessmentLine> lines =
        meant.lines().stream()
            .filter(line -> line.section() != AssessmentLine.Section.NO_GRADE)
            .limit(policy.lines().size() + policy.caps().size())
            .toList();
    for (int line = 0; line < lines.size(); line++) {
      AssessmentLine wanted = lines.get(line);
      assertThat(scores.lineState(index, line))
          .as("%s in %s", wanted.item(), meant.toJson())
          .contains(wanted.state());
      assertThat(scores.linePoints(index, line))
          .as("%s in %s", wanted.item(), meant.toJson())
          .isEqualTo(wanted.points());
    }
  }

  @Test
  void gradesAsTheInterpreterDoes() {
    int[] left = new int[2];
    Seeded.check(
        CASES,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          List<Business> businesses = businesses(policy, 1 + random.nextInt(9), true, random);
          left[0] += check(policy, asOf(businesses, random), businesses, 1);
          left[1] += businesses.size();
        });
    // random rules divide, multiply and divide again; few of them must need the interpreter
    assertThat(left[0]).isLessThan(left[1] / 4);
  }

  private static AsOf asOf(List<Business> businesses, Random random) {
    List<Fact> facts = businesses.get(0).history().facts();
    return facts.isEmpty() || random.nextBoolean()
        ? AsOf.date(RandomFacts.AS_OF)
        : AsOf.fact(facts.get(random.nextInt(facts.size())));
  }

  @Test
  void leavesNumbersOfVeryManyDigitsToTheInterpreter() {
    Seeded.check(
        CASES / 5,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          check(policy, AsOf.date(RandomFacts.AS_OF), businesses(policy, 5, false, random), 1);
        });
  }

  @Test
  void gradesManyBlocksOnSeveralThreads() {
    Seeded.check(
        3,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          check(policy, AsOf.date(RandomFacts.AS_OF), businesses(policy, 700, true, random), 3);
        });
  }

  /** One grader for businesses in turn, on days forth and back, with whatever they hold. */
  @Test
  void gradesOneAfterAnother() {
    Seeded.check(
        CASES / 5,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          AsOf begin = AsOf.date(RandomFacts.AS_OF);
          PlanGrader grader = RiskPlan.of(policy).grader(begin);
          for (Business each : businesses(policy, 8, random.nextInt(4) != 0, random)) {
            AsOf asOf = AsOf.date(RandomFacts.AS_OF.plusDays(random.nextInt(3)));
            RiskGrade found = grader.grade("S1", each.subject(), each.history(), asOf);
            RiskAssessment meant =
                RiskGrader.of(policy).grade("S1", each.subject(), each.history(), asOf);
            assertThat(found.status()).as(meant.toJson()).isEqualTo(meant.status());
            assertThat(plain(found.score())).as(meant.toJson()).isEqualTo(plain(meant.score()));
            assertThat(found.grade()).as(meant.toJson()).isEqualTo(meant.grade());
            assertThat(found.nextGrade()).as(meant.toJson()).isEqualTo(meant.nextGrade());
          }
        });
  }

  /** A plan that went to another machine; what it was stored as needs nothing beside it. */
  @Test
  void aStoredPlanGradesAsBefore() {
    Seeded.check(
        CASES / 5,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          RiskPlan plan = RiskPlan.of(policy);
          RiskPlan moved = moved(plan);
          assertThat(moved.policy().toDocument()).isEqualTo(policy.toDocument());
          assertThat(moved.policy().sha256()).isEqualTo(policy.sha256());
          AsOf asOf = AsOf.date(RandomFacts.AS_OF);
          for (Business each : businesses(policy, 3, true, random)) {
            assertThat(moved.grader(asOf).grade("S1", each.subject(), each.history(), asOf))
                .isEqualTo(plan.grader(asOf).grade("S1", each.subject(), each.history(), asOf));
            assertThat(
                    RiskGrader.of(moved.policy())
                        .grade("S1", each.subject(), each.history(), asOf)
                        .toJson())
                .isEqualTo(
                    RiskGrader.of(policy)
                        .grade("S1", each.subject(), each.history(), asOf)
                        .toJson());
          }
        });
  }

  private static RiskPlan moved(RiskPlan plan) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(plan);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (RiskPlan) in.readObject();
    }
  }

  @Test
  void gradesNobody() {
    RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(new Random(1)).next()).policy();
    RiskPlan plan = RiskPlan.of(policy);
    assertThat(plan.grade(plan.columns(AsOf.date(RandomFacts.AS_OF)), 2).size()).isZero();
  }

  @Test
  void columnsOfAnotherPolicyAreRefused() {
    RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(new Random(1)).next()).policy();
    RiskPolicy other = GradingFixture.ofJson(new RandomPolicy(new Random(2)).next()).policy();
    RiskColumns columns = RiskPlan.of(policy).columns(AsOf.date(RandomFacts.AS_OF));
    assertThatThrownBy(() -> RiskPlan.of(other).grade(columns, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("were not made for the policy (random)");
  }
}
