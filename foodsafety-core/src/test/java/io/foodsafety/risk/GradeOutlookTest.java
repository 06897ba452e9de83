package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradeOutlookTest {

  private static final LocalDate TODAY = LocalDate.parse("2024-06-30");

  private static final GradingFixture POLICY =
      GradingFixture.of(
          """
          'dynamic':[
            {'item':'fines','value':{'multiply':[6,{'count':{'kind':'penalty',
              'window':{'rolling':'P1Y'}}}]},'basis':'-'},
            {'item':'listed','value':{'multiply':[20,{'count':{'kind':'list-entry',
              'window':{'inForce':true}}}]},'basis':'-'}]
          """);

  private static final Subject SUBJECT = POLICY.subject("");

  private static GradeOutlook outlook(FactHistory history) {
    return GradeOutlook.of(
        POLICY.policy(), "S1", Optional.of(SUBJECT), history, TODAY, TODAY.plusYears(3));
  }

  private static Fact fact(String id, String kind, String at, String until) {
    Fact.Builder fact = Fact.builder(id, kind, SUBJECT.ref(), Moment.of(LocalDate.parse(at)));
    if (!until.isEmpty()) {
      fact.until(Moment.of(LocalDate.parse(until)));
    }
    return fact.build();
  }

  private static String inShort(GradeOutlook outlook) {
    List<String> words = new ArrayList<>();
    words.add(grade(outlook.now()));
    outlook
        .changes()
        .forEach(each -> words.add(each.day() + " " + grade(each.assessment()) + each.left()));
    return String.join(", ", words);
  }

  private static String grade(RiskAssessment assessment) {
    return assessment.grade().map(Grade::label).orElse("-")
        + assessment.score().map(score -> score.stripTrailingZeros().toPlainString()).orElse("-");
  }

  @Test
  void saysWhatCountsAndUntilWhen() {
    GradeOutlook outlook =
        outlook(
            FactHistory.of(
                List.of(
                    fact("F1", "penalty", "2023-09-15", ""),
                    fact("F2", "penalty", "2024-02-29", ""),
                    fact("L1", "list-entry", "2022-01-01", "2026-01-31"),
                    fact("L2", "list-entry", "2020-01-01", "2021-01-31"),
                    fact("N1", "penalty", "2024-07-01", ""),
                    fact("W1", "penalty", "2024-05-01", "")),
                List.of(
                    Withdrawal.of("X1", "W1", Moment.of(TODAY), "mistaken"),
                    Withdrawal.of("X2", "F2", Moment.of(TODAY.plusDays(1)), "mistaken"))));

    // P1Y on 2024-09-15 begins on 2023-09-16; on 2025-02-28 it begins on 2024-02-29
    assertThat(inShort(outlook))
        .isEqualTo("D32, 2024-09-15 C26[F1], 2025-03-01 B20[F2], 2026-02-01 A0[L1]");
    assertThat(outlook.gradeChanges()).isEqualTo(outlook.changes());
    assertThat(outlook.facts())
        .extracting(
            each ->
                each.fact().id()
                    + each.items()
                    + grade(each.without())
                    + " "
                    + each.gone().map(LocalDate::toString).orElse("-"))
        .containsExactly(
            "L1[listed]B12 2026-02-01", "F1[fines]C26 2024-09-15", "F2[fines]C26 2025-03-01");
    assertThat(outlook.toJson(Locale.ENGLISH))
        .startsWith("{\"type\":\"outlook\",\"subject\":\"S1\",\"asOf\":\"2024-06-30\"")
        .contains(
            "{\"fact\":\"L1\",\"kind\":\"list-entry\",\"at\":\"2022-01-01\",\"items\":[\"listed\"],"
                + "\"without\":{\"status\":\"graded\",\"grade\":\"B\",\"score\":12,\"reason\":null,"
                + "\"nextGrade\":null},\"gone\":\"2026-02-01\"}")
        .endsWith("\"reason\":null,\"nextGrade\":null,\"left\":[\"L1\"]}]}");
  }

  @Test
  void withoutFactsNothingChanges() {
    GradeOutlook outlook = outlook(FactHistory.empty());
    assertThat(outlook.facts()).isEmpty();
    assertThat(outlook.changes()).isEmpty();
    assertThat(outlook.now().grade().map(Grade::label)).contains("A");
  }

  @Test
  void theLastDayMustNotLieBeforeTheFirst() {
    assertThatThrownBy(
            () ->
                GradeOutlook.of(
                    POLICY.policy(),
                    "S1",
                    Optional.empty(),
                    FactHistory.empty(),
                    TODAY,
                    TODAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2024-06-29");
  }

  /** On every day of three years the outlook says what grading on that day gives. */
  @Test
  void isWhatGradingOnEveryDayGives() {
    Seeded.check(
        15,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          RandomFacts source =
              new RandomFacts(policy.catalogue(), List.of("event", "other"), random);
          Optional<Subject> subject = Optional.of(source.subject());
          List<Fact> facts = source.facts(random.nextInt(8));
          LocalDate first = RandomFacts.AS_OF;
          LocalDate last = first.plusYears(3);
          GradeOutlook outlook =
              GradeOutlook.of(policy, "S1", subject, FactHistory.of(facts, List.of()), first, last);
          List<Fact> seen =
              facts.stream().filter(fact -> AsOf.date(first).sees(fact, policy.zone())).toList();
          check(policy, subject, FactHistory.of(seen, List.of()), outlook);
        });
  }

  private static void check(
      RiskPolicy policy, Optional<Subject> subject, FactHistory history, GradeOutlook outlook) {
    RiskGrader grader = RiskGrader.of(policy);
    RiskAssessment expected = outlook.now();
    int next = 0;
    for (LocalDate day = RandomFacts.AS_OF; !day.isAfter(outlook.until()); day = day.plusDays(1)) {
      List<GradeOutlook.Change> changes = outlook.changes();
      if (next < changes.size() && changes.get(next).day().equals(day)) {
        expected = changes.get(next++).assessment();
      }
      RiskAssessment meant = grader.grade("S1", subject, history, AsOf.date(day));
      assertThat(GradingFixture.summary(expected))
          .as(day.toString())
          .startsWith(meant.status().code());
      assertThat(expected.grade()).as(day.toString()).isEqualTo(meant.grade());
      assertThat(expected.nextGrade()).as(day.toString()).isEqualTo(meant.nextGrade());
      assertThat(expected.score()).as(day.toString()).isEqualTo(meant.score());
    }
    assertThat(next).isEqualTo(outlook.changes().size());
    for (GradeOutlook.Influence each : outlook.facts()) {
      RiskAssessment without =
          grader.grade(
              "S1", subject, history.without(each.fact().id()), AsOf.date(RandomFacts.AS_OF));
      assertThat(each.without().toJson()).isEqualTo(without.toJson());
    }
  }
}
