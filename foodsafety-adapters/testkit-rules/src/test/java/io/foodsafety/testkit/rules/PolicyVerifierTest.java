package io.foodsafety.testkit.rules;

import static io.foodsafety.testkit.rules.Expectation.citing;
import static io.foodsafety.testkit.rules.Expectation.doesNotHold;
import static io.foodsafety.testkit.rules.Expectation.evidence;
import static io.foodsafety.testkit.rules.Expectation.grade;
import static io.foodsafety.testkit.rules.Expectation.holds;
import static io.foodsafety.testkit.rules.Expectation.missing;
import static io.foodsafety.testkit.rules.Expectation.nextGrade;
import static io.foodsafety.testkit.rules.Expectation.noGrade;
import static io.foodsafety.testkit.rules.Expectation.noNextGrade;
import static io.foodsafety.testkit.rules.Expectation.notApplicable;
import static io.foodsafety.testkit.rules.Expectation.points;
import static io.foodsafety.testkit.rules.Expectation.reason;
import static io.foodsafety.testkit.rules.Expectation.score;
import static io.foodsafety.testkit.rules.Expectation.state;
import static io.foodsafety.testkit.rules.Expectation.status;
import static io.foodsafety.testkit.rules.Expectation.value;
import static io.foodsafety.testkit.rules.FactLine.fact;
import static io.foodsafety.testkit.rules.PolicyVerifier.verifyThat;
import static io.foodsafety.testkit.rules.Samples.POLICY;
import static io.foodsafety.testkit.rules.SubjectLine.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Right expectations hold; each wrong one is caught, with the message that it promises. */
class PolicyVerifierTest {

  private static final SubjectLine CATERER = subject("catering").with("areaM2", 100);
  private static final FactLine FINE = fact("penalty").on("2024-03-20").with("type", "fine");

  private static String fault(PolicyVerifier test, Expectation... expectations) {
    return catchThrowableOfType(AssertionError.class, () -> test.yields(expectations)).getMessage();
  }

  @Test
  void isOneLine() {
    verifyThat(POLICY).of(CATERER).given(FINE).yields(points(6), citing("article 7"));
  }

  @Test
  void everyExpectationCanHold() {
    verifyThat(POLICY)
        .of(CATERER)
        .given(FINE, fact("accident").on("2024-06-01").id("A1"))
        .asOf("2024-12-31")
        .yields(
            points(6.0),
            points("dynamic.penalties", 5),
            score(6),
            grade("B"),
            nextGrade("C"),
            status("graded"),
            state("static.area", "scored"),
            value("static.area", 100),
            holds("raise.accident"),
            doesNotHold("direct.list"),
            citing("Premises"),
            citing("direct.list", "black list"),
            evidence("dynamic.penalties", "F1"),
            evidence("raise.accident", "A1"));
    verifyThat(POLICY)
        .of(subject("sales"))
        .asOf("2024-12-31")
        .yields(notApplicable("static.area"), grade("A"));
    verifyThat(POLICY)
        .of(subject("catering"))
        .asOf("2024-12-31")
        .yields(missing("static.area"), noGrade(), status("incomplete"), reason("FS-POL-0105"));
    verifyThat(POLICY)
        .of(CATERER.with("openedOn", LocalDate.of(2024, 2, 29)))
        .asOf("2024-12-31")
        .yields(status("none"), holds("none.new"), citing("year of opening"), noNextGrade());
  }

  @Test
  void aFactMayLastAndEndAndBeWithdrawnAndConcernTheBusinessInARole() {
    FactLine listed = fact("list-entry").on("2024-01-31").with("list", "black");

    verifyThat(POLICY).of(CATERER).given(listed).yields(grade("C"), citing("black list"));
    verifyThat(POLICY)
        .of(CATERER)
        .given(listed.until("2024-02-29"))
        .asOf("2024-02-29")
        .yields(holds("direct.list"));
    verifyThat(POLICY)
        .of(CATERER)
        .given(listed.until("2024-02-29"))
        .asOf("2024-03-01")
        .yields(doesNotHold("direct.list"));
    verifyThat(POLICY)
        .of(CATERER)
        .given(FINE.withdrawnOn("2024-05-01"))
        .asOf("2024-04-30")
        .yields(points("dynamic.penalties", 5));
    verifyThat(POLICY)
        .of(CATERER)
        .given(FINE.withdrawnOn("2024-05-01"))
        .asOf("2024-05-01")
        .yields(points("dynamic.penalties", 0));
    verifyThat(POLICY)
        .of(CATERER)
        .given(fact("accident").on("2024-06-01").as("producer"))
        .yields(holds("raise.accident"), evidence("raise.accident", "F1"));
  }

  @Test
  void asOfAFactLaterOnesAreUnseen() {
    PolicyVerifier two = verifyThat(POLICY).of(CATERER).given(FINE, FINE.on("2024-03-21"));

    two.asOfFact("F1").yields(points("dynamic.penalties", 5));
    two.asOfFact("F2").yields(points("dynamic.penalties", 10));
    assertThat(fault(two.asOfFact("F3"), grade("A")))
        .contains("FS-CASE-0010 The case has no fact (F3).");
  }

  @Test
  void aFailureSaysWhatWasExpectedWhatCameAndHowItCameAbout() {
    PolicyVerifier test = verifyThat(POLICY).of(CATERER).given(FINE).asOf("2024-12-31");

    assertThat(fault(test, points("dynamic.penalties", 2), grade("A"), status("graded")))
        .isEqualTo(
            """
            sample
              dynamic.penalties points: expected 2, came 5.
              grade: expected A, came B.
              as of 2024-12-31, status graded, points 6, grade B, next B
                static.area: 1 points, value 100; Premises
                dynamic.penalties: 5 points, value 5 [F1]; Penalties of the year, law of samples, article 7""");
    assertThat(fault(test.in(Locale.CHINESE), nextGrade("C")))
        .isEqualTo(
            """
            sample
              nextGrade：应为 C，实为 B。
              截至 2024-12-31，状态 graded，得分 6，等级 B，下期 B
                static.area: 1 分，取值 100；依据 Premises
                dynamic.penalties: 5 分，取值 5 [F1]；依据 Penalties of the year, law of samples, article 7""");
  }

  @Test
  void everyExpectationCanFail() {
    PolicyVerifier test =
        verifyThat(POLICY)
            .of(CATERER)
            .given(FINE, FINE, FINE, fact("accident").on("2024-06-01"))
            .asOf("2024-12-31");

    assertThat(
            fault(
                    test,
                    points(99),
                    points("cap.dynamic", 99),
                    score(99),
                    grade("A"),
                    noGrade(),
                    nextGrade("A"),
                    noNextGrade(),
                    status("none"),
                    reason("FS-POL-0105"),
                    missing("static.area"),
                    notApplicable("static.area"),
                    value("static.area", "99"),
                    doesNotHold("raise.accident"),
                    holds("direct.list"),
                    holds("static.area"),
                    citing("article 8"),
                    citing("direct.list", "red list"),
                    evidence("dynamic.penalties", "F9", "F1"),
                    evidence("raise.accident"))
                .lines()
                .skip(1)
                .limit(19))
        .containsExactly(
            "  points: expected 99, came 13.",
            "  cap.dynamic points: expected 99, came -3.",
            "  score: expected 99, came 13.",
            "  grade: expected A, came C.",
            "  grade: expected nothing, came C.",
            "  nextGrade: expected A, came C.",
            "  nextGrade: expected nothing, came C.",
            "  status: expected none, came graded.",
            "  reason: expected FS-POL-0105, came nothing.",
            "  static.area state: expected missing, came scored.",
            "  static.area state: expected not-applicable, came scored.",
            "  static.area value: expected 99, came 100.",
            "  raise.accident holds: expected false, came true.",
            "  direct.list holds: expected true, came false.",
            "  static.area holds: expected true, came no condition.",
            "  citing: expected article 8, came Premises | Penalties of the year, law of samples,"
                + " article 7 | At most 12 | Accident.",
            "  direct.list basis: expected red list, came On the black list.",
            "  dynamic.penalties evidence: expected F1, F9, came F1, F2, F3.",
            "  raise.accident evidence: expected nothing, came F4.");
  }

  @Test
  void aWrongTestSaysWhatIsWrongWithIt() {
    PolicyVerifier test = verifyThat(POLICY).of(CATERER);

    assertThat(fault(test.given(FINE), points("dynamic.penalty", 5)))
        .contains("FS-CASE-0009 The policy has no line (dynamic.penalty).")
        .contains("dynamic.penalties");
    assertThat(fault(test.given(FINE.with("tipe", "fine")), points(5)))
        .contains("/facts/0/attributes/tipe")
        .contains("(tipe)")
        .contains("type");
    assertThat(fault(test.given(fact("penalty")), points(5))).contains("/facts/0/at");
    assertThat(fault(test.given(fact("fine").on("2024-01-01")), points(5))).contains("(fine)");
    assertThat(fault(verifyThat(POLICY).of(CATERER.with("areaM3", 1)).given(FINE), points(5)))
        .contains("/subject/attributes/areaM3");
    assertThat(fault(test, grade("A"))).contains("FS-CASE-0004 The member (asOf) is missing.");
    assertThatThrownBy(() -> test.asOf("2024-12-31").yields())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot fail");
  }

  @Test
  void aBusinessHasFormatDivisionLicencesAndListsOfWords() {
    var policy =
        Samples.policy(
            """
            {
              'policy': 'p', 'version': '1', 'zone': 'UTC', 'scale': {'id': 's', 'better': 'lower', 'grades': ['A']},
              'bands': [{'grade': 'A'}],
              'static': [
                {'item': 'format', 'basis': 'b', 'value': {'subject': '$format'}, 'points': 0},
                {'item': 'division', 'basis': 'b', 'value': {'subject': '$division'}, 'points': 0},
                {'item': 'issued', 'basis': 'b', 'value': {'subject': '$licenceIssuedOn'}, 'points': 0},
                {'item': 'ends', 'basis': 'b', 'value': {'subject': '$licenceValidTo'}, 'points': 0},
                {'item': 'foods', 'basis': 'b', 'value': {'subject': 'foodCategories'}, 'points': 0}
              ]
            }
            """);
    verifyThat(policy)
        .of(
            subject("production")
                .format("workshop")
                .division("360102")
                .licensed("2019-02-28", "2024-02-28")
                .licensed("2020-02-29", "2025-02-28")
                .with("foodCategories", List.of("0101", "0402")))
        .asOf("2024-02-29")
        .yields(
            value("format", "workshop"),
            value("division", "360102"),
            value("issued", "2020-02-29"),
            value("ends", LocalDate.of(2025, 2, 28)),
            value("foods", "0101, 0402"));
  }
}
