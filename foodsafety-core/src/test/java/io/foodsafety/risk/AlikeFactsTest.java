package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The plan looks at facts that are alike once: it must give what the interpreter gives, however
 * many facts there are, however old or different they are, and whenever a new sort turns up.
 */
class AlikeFactsTest {

  private static final LocalDate DAY = LocalDate.parse("2024-02-29");

  private static final List<String> VALUES =
      List.of(
          "{'count':{'kind':'inspection','window':{'rolling':'P1Y'}}}",
          "{'count':{'kind':'inspection','window':{'rolling':'P90D'},"
              + "'where':{'in':[{'fact':'type'},['routine','special']]}}}",
          "{'count':{'kind':'inspection','where':{'orElse':[{'fact':'obstructed'},false]}}}",
          "{'count':{'kind':'inspection','window':{'calendar':'year','offset':-1}}}",
          "{'count':{'kind':'inspection','where':{'gt':[{'fact':'score'},80]}}}",
          "{'count':{'kind':'inspection','window':{'inForce':true}}}",
          "{'sum':{'kind':'inspection','of':{'fact':'itemsFailed'},'window':{'rolling':'P2Y'}}}",
          "{'sum':{'kind':'inspection','of':{'subtract':[1,{'fact':'itemsFailed'}]},"
              + "'window':{'rolling':'P2Y'}}}",
          "{'sum':{'kind':'inspection','of':{'multiply':[{'fact':'itemsFailed'},"
              + "{'table':{'name':'decay','of':{'daysBetween':[{'fact':'$at'},{'asOf':true}]}}}]}}}",
          "{'sum':{'kind':'inspection','of':{'daysBetween':[{'fact':'$at'},{'asOf':true}]}}}",
          "{'sum':{'kind':'inspection','of':{'divide':[{'fact':'itemsFailed'},4]}}}",
          "{'max':{'kind':'inspection','of':{'fact':'itemsFailed'},'window':{'rolling':'P1Y'}}}",
          "{'min':{'kind':'inspection','of':{'fact':'score'},'where':{'known':{'fact':'score'}}}}",
          "{'distinct':{'kind':'inspection','of':{'fact':'type'},'window':{'rolling':'P2Y'}}}",
          "{'latest':{'kind':'inspection','of':{'fact':'itemsFailed'},"
              + "'where':{'eq':[{'fact':'type'},'special']}}}",
          "{'daysSince':{'kind':'inspection'}}",
          "{'daysSince':{'kind':'inspection','where':{'eq':[{'fact':'type'},'flight']}}}",
          "{'groupBy':{'kind':'inspection','key':{'fact':'type'},'each':'count','outer':'max'}}",
          "{'count':{'kind':'inspection','window':{'since':{'subject':'$licenceIssuedOn'}},"
              + "'where':{'eq':[{'fact':'type'},'special']}}}");

  private static final String TABLE =
      "'tables':{'decay':{'ranges':[{'to':180,'value':1},{'above':180,'to':365,'value':0.8},"
          + "{'above':365,'to':1500,'value':0.25},{'above':1500,'value':0}]}},";

  /** All lines, and each of them alone, which says which one is wrong. */
  private static List<RiskPolicy> policies() {
    List<RiskPolicy> policies = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String value : VALUES) {
      String line =
          "{'item':'line%d','value':{'orElse':[%s,0.5]},'basis':'-'}"
              .formatted(lines.size(), value);
      lines.add(line);
      policies.add(policy(List.of(line)));
    }
    policies.add(policy(lines));
    return policies;
  }

  private static RiskPolicy policy(List<String> lines) {
    return GradingFixture.of(
            "'pointsScale':3," + TABLE + "'dynamic':[" + String.join(",", lines) + "]")
        .policy();
  }

  private static FactHistory history(int count, Random random, IntUnaryOperator ages) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate day = DAY.minusDays(ages.applyAsInt(i));
      Fact.Builder fact =
          Fact.builder("F" + i, "inspection", SubjectRef.business("S1"), Moment.of(day));
      maybe(random).ifPresent(any -> fact.attribute("type", type(random)));
      maybe(random)
          .ifPresent(
              any -> fact.attribute("obstructed", AttributeValue.bool(random.nextBoolean())));
      maybe(random).ifPresent(any -> fact.attribute("score", number(random.nextInt(101))));
      fact.attribute("itemsFailed", number(random.nextInt(12)));
      if (random.nextInt(5) == 0) {
        fact.until(Moment.of(DAY.plusDays(random.nextInt(3) - 1).isBefore(day) ? day : DAY));
      }
      facts.add(fact.build());
    }
    return FactHistory.of(facts, List.of());
  }

  private static Optional<Boolean> maybe(Random random) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(true);
  }

  private static AttributeValue type(Random random) {
    return AttributeValue.code(
        List.of("routine", "flight", "special", "double-random").get(random.nextInt(4)));
  }

  private static AttributeValue number(int number) {
    return AttributeValue.decimal(number);
  }

  private static final Subject SUBJECT = Subject.builder("S1", "One").build();

  private static void check(List<FactHistory> histories) {
    policies().forEach(policy -> check(policy, histories));
  }

  private static void check(RiskPolicy policy, List<FactHistory> histories) {
    AsOf asOf = AsOf.date(DAY);
    RiskPlan plan = RiskPlan.of(policy);
    RiskColumns columns = plan.columns(asOf);
    histories.forEach(each -> columns.add("S1", Optional.of(SUBJECT), each));
    RiskScores scores = plan.grade(columns, 1);
    PlanGrader grader = plan.grader(asOf);
    for (int i = 0; i < histories.size(); i++) {
      RiskGrade meant = meant(policy, histories.get(i), asOf);
      String line = policy.lines().get(0).item() + " of business " + i;
      assertThat(scores.get(i)).as(line).isEqualTo(meant);
      assertThat(grader.grade("S1", Optional.of(SUBJECT), histories.get(i), asOf))
          .as(line)
          .isEqualTo(meant);
    }
  }

  @Test
  void fewAndMany() {
    Random random = new Random(1);
    List<FactHistory> histories = new ArrayList<>();
    for (int count : new int[] {0, 1, 3, 254, 255, 256, 257, 700, 2, 0}) {
      histories.add(history(count, random, i -> random.nextInt(1200)));
    }
    check(histories);
  }

  @Test
  void everyDayOfSomeYears() {
    Random random = new Random(2);
    check(List.of(history(1600, random, i -> i), history(5, random, i -> i)));
  }

  @Test
  void olderThanAnyBefore() {
    Random random = new Random(3);
    List<FactHistory> histories = new ArrayList<>();
    for (int age : new int[] {0, 1023, 1024, 1025, 5000, 32_767, 32_768, 40_000, 700_000, 7}) {
      histories.add(history(3, random, i -> i == 0 ? age : random.nextInt(400)));
    }
    check(histories);
  }

  @Test
  void aBlockOfBusinessesAndOneMore() {
    Random random = new Random(4);
    List<FactHistory> histories = new ArrayList<>();
    for (int i = 0; i < 129; i++) {
      histories.add(history(random.nextInt(9), random, any -> random.nextInt(900)));
    }
    check(histories);
  }

  /** Followed from its first fact to its last, on the day of each. */
  @Test
  void oneFactAfterAnother() {
    Random random = new Random(7);
    List<Fact> facts = new ArrayList<>(history(90, random, i -> 1100 - 12 * i).facts());
    for (RiskPolicy policy : policies()) {
      List<Fact> records = new ArrayList<>();
      FollowedBusiness followed =
          RiskPlan.of(policy)
              .grader(AsOf.date(DAY))
              .follow("S1", () -> Optional.of(SUBJECT), () -> FactHistory.of(records, List.of()));
      for (Fact fact : facts) {
        records.add(fact);
        followed.add(fact);
        AsOf asOf = AsOf.date(fact.at().date().orElseThrow());
        assertThat(followed.grade(asOf))
            .as("%s of %d facts", policy.lines().get(0).item(), records.size())
            .isEqualTo(meant(policy, FactHistory.of(records, List.of()), asOf));
      }
    }
  }

  /** Numbers of other sizes and of more digits than those before, and some that fit nowhere. */
  @Test
  void numbersThatChangeTheColumns() {
    Random random = new Random(5);
    List<FactHistory> histories = new ArrayList<>();
    for (String number :
        List.of("1", "2.5", "-3", "0.000001", "99999999999999", "1e-9", "999999999999999999")) {
      List<Fact> facts = new ArrayList<>(history(4, random, i -> i * 100).facts());
      facts.add(
          Fact.builder("G", "inspection", SubjectRef.business("S1"), Moment.of(DAY))
              .attribute("type", AttributeValue.code("special"))
              .attribute("itemsFailed", AttributeValue.decimal(number))
              .attribute("score", AttributeValue.decimal(number))
              .build());
      histories.add(FactHistory.of(facts, List.of()));
    }
    check(histories);
  }

  /** The last fact changes the digits of one column and fits no other one. */
  @Test
  void aMisfitThatComesWithMoreDigits() {
    RiskPolicy policy =
        policy(
            List.of(
                "{'item':'a','value':{'count':{'kind':'inspection','where':{'all':["
                    + "{'ge':[{'fact':'itemsFailed'},0]},{'ge':[{'fact':'score'},3]}]}}},'basis':'-'}"));
    List<FactHistory> histories =
        List.of(
            FactHistory.of(List.of(scored("F1", "1", "5")), List.of()),
            FactHistory.of(List.of(scored("F2", "1.1234567", "0.5")), List.of()));
    check(policy, histories);
  }

  private static Fact scored(String id, String itemsFailed, String score) {
    return Fact.builder(id, "inspection", SubjectRef.business("S1"), Moment.of(DAY))
        .attribute("itemsFailed", AttributeValue.decimal(itemsFailed))
        .attribute("score", AttributeValue.decimal(score))
        .build();
  }

  /** What is asked of a column that turns out to have too many values for it. */
  @Test
  void severalPoliciesAtOnceOnTheSameColumns() throws Exception {
    Random random = new Random(6);
    List<FactHistory> histories = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      histories.add(history(random.nextInt(12), random, any -> random.nextInt(900)));
    }
    AsOf asOf = AsOf.date(DAY);
    List<RiskPolicy> policies = policies();
    RiskColumns columns = RiskColumns.of(asOf, policies);
    histories.forEach(each -> columns.add("S1", Optional.of(SUBJECT), each));
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Future<RiskScores>> scores = new ArrayList<>();
      for (RiskPolicy policy : policies) {
        scores.add(executor.submit(() -> RiskPlan.of(policy).grade(columns, 2)));
      }
      for (int i = 0; i < policies.size(); i++) {
        for (int business = 0; business < histories.size(); business++) {
          assertThat(scores.get(i).get().get(business))
              .isEqualTo(meant(policies.get(i), histories.get(business), asOf));
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static RiskGrade meant(RiskPolicy policy, FactHistory history, AsOf asOf) {
    return RiskGrade.of(RiskGrader.of(policy).grade(SUBJECT, history, asOf));
  }
}
