package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample policies, by hand-computed cases. */
class SamplePoliciesTest {

  private static final GradingFixture NEW_YORK = GradingFixture.ofSample("new-york-2010");
  private static final GradingFixture HYGIENE = GradingFixture.ofSample("food-hygiene-rating");
  private static final GradingFixture CREDIT = GradingFixture.ofSample("credit-points");
  private static final GradingFixture RISK = GradingFixture.ofSample("risk-2016-sample");

  @ParameterizedTest(name = "{0} points: {1}")
  @CsvSource({
    "-1, none -1 -1 - -",
    "0, graded 0 0 A -",
    "13, graded 13 13 A -",
    "14, graded 14 14 B -",
    "27, graded 27 27 B -",
    "28, graded 28 28 C -",
    "151, graded 151 151 C -"
  })
  void newYork(String score, String summary) {
    RiskAssessment assessment =
        NEW_YORK.grade(
            NEW_YORK.subject(""),
            NEW_YORK.history("inspection", "F1 2014-05-02 score=" + score),
            "2014-05-02");
    assertThat(GradingFixture.summary(assessment)).isEqualTo(summary);
    assertThat(GradingFixture.line(assessment, "inspection.score").evidence())
        .containsExactly("F1");
  }

  @Test
  void newYorkIsIncompleteWithoutAScore() {
    FactHistory history = NEW_YORK.history("inspection", "F1 2014-05-02");
    assertThat(GradingFixture.summary(NEW_YORK.grade(NEW_YORK.subject(""), history, "2014-05-02")))
        .isEqualTo("incomplete - 0 - -");
    assertThat(
            GradingFixture.summary(
                NEW_YORK.grade(NEW_YORK.subject(""), FactHistory.empty(), "2014-05-02")))
        .isEqualTo("incomplete - 0 - -");
  }

  @Test
  void newYorkGradesEachInspectionUnseenByTheOthers() {
    FactHistory history =
        NEW_YORK.history(
            "inspection",
            "F1 2014-05-02 score=30; F2 2014-05-02 score=5; F3 2014-05-03 score=20; F0 2014-05-01 score=13");
    StringBuilder grades = new StringBuilder();
    for (Fact fact : history.facts()) {
      RiskAssessment assessment =
          RiskGrader.of(NEW_YORK.policy()).grade(NEW_YORK.subject(""), history, AsOf.fact(fact));
      assertThat(assessment.lines().get(0).evidence()).containsExactly(fact.id());
      grades.append(assessment.grade().orElseThrow().label());
    }
    assertThat(grades).hasToString("CABA");
  }

  /** The three scores, in the steps that the scheme uses; the sum and the largest decide. */
  @ParameterizedTest(name = "{0} + {1} + {2}: {3}")
  @CsvSource({
    "0, 0, 0, 5",
    "5, 5, 5, 5",
    "5, 0, 10, 4",
    "5, 5, 10, 4",
    "10, 0, 0, 4",
    "10, 10, 0, 4",
    "10, 5, 10, 3",
    "10, 10, 10, 3",
    "15, 0, 0, 2",
    "15, 5, 10, 2",
    "0, 0, 15, 2",
    "15, 15, 5, 2",
    "15, 15, 10, 2",
    "20, 0, 0, 1",
    "20, 10, 0, 1",
    "0, 20, 20, 1",
    "15, 15, 15, 1",
    "20, 20, 10, 1",
    "10, 15, 20, 1",
    "25, 0, 0, 0",
    "0, 0, 30, 0",
    "20, 20, 20, 0",
    "25, 25, 30, 0",
    "15, 20, 20, 0"
  })
  void foodHygieneRating(int hygiene, int structure, int confidence, String rating) {
    String fact =
        "F1 2024-05-02 hygiene=%d structure=%d confidence=%d"
            .formatted(hygiene, structure, confidence);
    assertThat(rating("F0 2024-05-01 hygiene=25 structure=25 confidence=30; " + fact))
        .isEqualTo(rating);
  }

  /** Each bound of both tables: just at it and just above. */
  @ParameterizedTest(name = "sum {0}, largest {1}: {2}")
  @CsvSource({
    "15, 5, 5",
    "15.5, 5.5, 4",
    "14, 5.5, 4",
    "15.4, 5.2, 4",
    "20, 10, 4",
    "20.5, 10, 3",
    "16, 10.5, 2",
    "30, 10, 3",
    "30.5, 15, 2",
    "25, 15, 2",
    "25, 15.5, 1",
    "40, 15, 2",
    "40.5, 15, 1",
    "40, 20, 1",
    "50, 20, 1",
    "50.5, 20, 0",
    "41, 20.5, 0"
  })
  void foodHygieneRatingAtTheBounds(double sum, double largest, String rating) {
    double rest = sum - largest;
    String fact =
        "F1 2024-05-02 hygiene=%s structure=%s confidence=%s"
            .formatted(largest, rest / 2, rest - rest / 2);
    assertThat(rating(fact)).isEqualTo(rating);
  }

  private static String rating(String facts) {
    RiskAssessment assessment =
        HYGIENE.grade(
            HYGIENE.subject(""), HYGIENE.history("hygiene-inspection", facts), "2024-06-30");
    return assessment.grade().orElseThrow().label();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ten points less the heaviest penalty of each offence
          ''                                                                             | 10.0 | A | ''
          P1 2024-03-01 offence=a type=warning                                           | 9.5  | A | P1
          P1 2024-03-01 offence=a type=fine; P2 2024-03-02 offence=a type=warning        | 9.0  | A | P1
          P1 2024-03-01 offence=a type=fine; P2 2024-03-02 offence=a type=confiscation   | 8.0  | B | P2
          P1 2024-03-01 offence=a type=stop; P2 2024-03-02 offence=b type=confiscation; P3 2024-03-03 offence=b type=fine | 5.0 | C | P1 P2
          P1 2024-03-01 offence=a type=stop                                              | 7.0  | B | P1
          P1 2024-03-01 offence=a type=withdrawal                                        | 4.0  | C | P1
          P1 2024-03-01 offence=a type=withdrawal; P2 2024-03-01 offence=b type=warning  | 3.5  | D | P1 P2
          # never below zero
          P1 2024-03-01 offence=a type=revocation; P2 2024-03-01 offence=b type=stop     | 0.0  | D | P1 P2
          # of equal ones the last is cited
          P1 2024-03-01 offence=a type=fine; P2 2024-03-02 offence=a type=fine           | 9.0  | A | P2
          """)
  void creditPoints(String facts, String score, String grade, String cited) {
    RiskAssessment assessment =
        CREDIT.grade(licensed("2020-02-29"), CREDIT.history("penalty", facts), "2024-12-31");
    assertThat(GradingFixture.summary(assessment))
        .isEqualTo("graded %s %s %s -".formatted(score, score, grade));
    assertThat(GradingFixture.line(assessment, "credit.penalties").evidence())
        .containsExactly(cited.isEmpty() ? new String[0] : cited.split(" "));
  }

  @Test
  void creditPointsTakesBackWhatLiesBelowZero() {
    FactHistory history =
        CREDIT.history(
            "penalty",
            "P1 2024-03-01 offence=a type=revocation; P2 2024-03-01 offence=b type=stop");
    assertThat(GradingFixture.lines(CREDIT.grade(licensed("2020-02-29"), history, "2024-12-31")))
        .isEqualTo("credit.base=10.0 credit.penalties=-13.0 credit.floor=3.0");
  }

  /** The year begins on the day of the licence, on 28 February where there is no 29th. */
  @ParameterizedTest(name = "licence of {0}, penalty of {1}, as of {2}: {3}")
  @CsvSource({
    "2020-02-29, 2024-02-28, 2024-02-28, 7.0",
    "2020-02-29, 2024-02-28, 2024-02-29, 10.0",
    "2020-02-29, 2024-02-29, 2025-02-27, 7.0",
    "2020-02-29, 2024-02-29, 2025-02-28, 10.0",
    "2020-02-29, 2025-02-28, 2025-02-28, 7.0",
    "2020-02-29, 2023-02-28, 2024-02-28, 7.0",
    "2020-02-29, 2023-02-27, 2024-02-28, 10.0",
    "2020-07-01, 2024-06-30, 2024-06-30, 7.0",
    "2020-07-01, 2024-06-30, 2024-07-01, 10.0",
    "2020-07-01, 2024-06-30T16:00:00Z, 2024-07-01, 7.0"
  })
  void creditPointsCountTheYearOfTheLicence(
      String issued, String penalty, String asOf, String score) {
    FactHistory history = CREDIT.history("penalty", "P1 %s offence=a type=stop".formatted(penalty));
    RiskAssessment assessment = CREDIT.grade(licensed(issued), history, asOf);
    assertThat(assessment.score().orElseThrow()).hasToString(score);
  }

  @Test
  void creditPointsAreIncompleteWithoutALicence() {
    RiskAssessment assessment = CREDIT.grade(CREDIT.subject(""), FactHistory.empty(), "2024-12-31");
    assertThat(GradingFixture.summary(assessment)).isEqualTo("incomplete - 10.0 - -");
  }

  private static Subject licensed(String date) {
    return Subject.builder("S1", "One")
        .licence(Licence.of("L1").issuedOn(LocalDate.parse(date)))
        .build();
  }

  private static final String CLEAN = "I1 2024-05-02 itemsChecked=50 itemsFailed=0";

  /**
   * Sales: 480 m² 2, ambient 1500 1, chilled 300 3, frozen 101 1.5, bulk ambient 0 0, bulk chilled
   * 30 6, bulk frozen 250.5 (251) 3, suppliers 50 2: 18.5. Inspection: 60 × 5 / 40 = 7.5.
   */
  @Test
  void riskOfAShop() {
    RiskAssessment assessment =
        risk(
            "$segment=sales areaM2=480 itemsAmbientPackaged=1500 itemsChilledPackaged=300"
                + " itemsFrozenPackaged=101 itemsAmbientBulk=0 itemsChilledBulk=30"
                + " itemsFrozenBulk=250.5 suppliers=50",
            "I1 2024-05-02 itemsChecked=40 itemsFailed=5");
    assertThat(GradingFixture.lines(assessment))
        .startsWith(
            "sales.area=2.00 sales.ambientPackaged=1.00 sales.chilledPackaged=3.00"
                + " sales.frozenPackaged=1.50 sales.ambientBulk=0.00 sales.chilledBulk=6.00"
                + " sales.frozenBulk=3.00 sales.suppliers=2.00 production.category=-"
                + " catering.scale=- dynamic.inspection=7.50 cap.static=0.00 cap.dynamic=0.00");
    assertThat(GradingFixture.summary(assessment)).isEqualTo("graded 26.00 26.00 A A");
  }

  /** The maxima of the sales table are 40; all items failed are 60. */
  @Test
  void riskOfTheWorstShop() {
    RiskAssessment assessment =
        risk(
            "$segment=sales areaM2=3001 itemsAmbientPackaged=10001 itemsChilledPackaged=1001"
                + " itemsFrozenPackaged=1001 itemsAmbientBulk=1001 itemsChilledBulk=151"
                + " itemsFrozenBulk=301 suppliers=301",
            "I1 2024-05-02 itemsChecked=7 itemsFailed=7");
    assertThat(GradingFixture.summary(assessment)).isEqualTo("graded 100.00 100.00 D C");
  }

  /** Pasteurised milk 27, milk powder 28: the highest counts. 60 × 1 / 3 = 20. */
  @Test
  void riskOfADairy() {
    RiskAssessment assessment =
        risk(
            "$segment=production foodCategories=050101,0502",
            "I1 2024-05-02 itemsChecked=3 itemsFailed=1");
    assertThat(GradingFixture.line(assessment, "production.category").points().orElseThrow())
        .hasToString("28.00");
    assertThat(GradingFixture.summary(assessment)).isEqualTo("graded 48.00 48.00 C B");
  }

  /** A canteen by diners, any other by area: 10 points, of which 301 diners have 7. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "$format=restaurant areaM2=150, graded 2.00 2.00 A A",
    "$format=restaurant areaM2=150.01, graded 4.00 4.00 A A",
    "$format=restaurant areaM2=3001, graded 10.00 10.00 A A",
    "$format=school-canteen areaM2=100 diners=301, graded 7.00 7.00 A A",
    "$format=canteen areaM2=100 diners=50, graded 2.00 2.00 A A",
    "$format=nursery-canteen areaM2=100, incomplete - 0.00 - -",
    "areaM2=150, incomplete - 0.00 - -"
  })
  void riskOfACaterer(String attributes, String summary) {
    assertThat(GradingFixture.summary(risk("$segment=catering " + attributes, CLEAN)))
        .isEqualTo(summary);
  }

  /** 28 of the category and 2 of 60 × 1 / 30: A to 30, B above. */
  @ParameterizedTest(name = "{0} of {1} failed: {2}")
  @CsvSource({
    "1, 30, graded 30.00 30.00 A A",
    "1, 29, graded 30.07 30.07 B A",
    "17, 60, graded 45.00 45.00 B A",
    "18, 60, graded 46.00 46.00 C B",
    "32, 60, graded 60.00 60.00 C B",
    "33, 60, graded 61.00 61.00 D C"
  })
  void riskBands(int failed, int checked, String summary) {
    RiskAssessment assessment =
        risk(
            "$segment=production foodCategories=050104",
            "I1 2024-05-02 itemsChecked=%d itemsFailed=%d".formatted(checked, failed));
    assertThat(GradingFixture.summary(assessment)).isEqualTo(summary);
  }

  @ParameterizedTest(name = "{0}: next grade {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # three years without a violation lower it; four reasons raise it, one step in all
          I0 2024-01-02 itemsChecked=50 itemsFailed=0                                        | A
          P1 2021-12-31 kind=penalty; I0 2024-01-02                                          | A
          P1 2022-01-01 kind=penalty; I0 2024-01-02                                          | B
          P1 2024-02-01 kind=penalty deliberate=true type=fine; I0 2024-01-02                | C
          P1 2024-02-01 kind=penalty deliberate=true type=warning; I0 2024-01-02             | B
          P1 2024-02-01 kind=penalty type=fine; I0 2024-01-02                                | B
          P1 2023-12-31 kind=penalty deliberate=true type=fine; I0 2024-01-02                | B
          # a violation that raises it and no other: the steps of both groups are added
          A1 2024-02-01 kind=accident; I0 2024-01-02                                         | B
          A1 2024-02-01 kind=accident; P1 2022-01-01 kind=penalty                            | C
          A1 2024-02-01 kind=accident; I0 2024-01-02 obstructed=true; P1 2022-01-01 kind=penalty | C
          S1 2024-02-01 kind=sample level=national verdict=non-compliant; P1 2022-01-01 kind=penalty | C
          S1 2024-02-01 kind=sample level=city verdict=non-compliant; P1 2022-01-01 kind=penalty | B
          S1 2024-02-01 kind=sample of=S2 role:producer=S1 level=province verdict=non-compliant; P1 2022-01-01 kind=penalty | C
          """)
  void riskOfTheNextYear(String facts, String next) {
    RiskAssessment assessment =
        risk(
            "$segment=production foodCategories=050104",
            "I1 2024-05-02 itemsChecked=60 itemsFailed=10; " + facts);
    assertThat(GradingFixture.summary(assessment)).isEqualTo("graded 38.00 38.00 B " + next);
  }

  @Test
  void riskIsIncompleteWithoutAnInspectionOfTwoYears() {
    String attributes = "$segment=production foodCategories=0101";
    assertThat(GradingFixture.summary(risk(attributes, "I1 2022-12-31 itemsChecked=1")))
        .isEqualTo("incomplete - 13.50 - -");
    assertThat(
            GradingFixture.summary(risk(attributes, "I1 2023-01-01 itemsChecked=1 itemsFailed=0")))
        .isEqualTo("graded 13.50 13.50 A A");
  }

  private static RiskAssessment risk(String attributes, String facts) {
    return RISK.grade(RISK.subject(attributes), RISK.history("inspection", facts), "2024-12-31");
  }
}
