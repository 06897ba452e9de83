package io.foodsafety.form;

import static io.foodsafety.form.FormFixture.brief;
import static io.foodsafety.form.FormFixture.clean;
import static io.foodsafety.form.FormFixture.engine;
import static io.foodsafety.form.FormFixture.restaurant;
import static io.foodsafety.form.FormFixture.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormEngineTest {

  private static final String DAY = "2024-05-02";
  private static final Handling ON_SPOT = Handling.of(Measure.ON_SPOT);
  private static final Handling INVESTIGATE = Handling.of(Measure.INVESTIGATE);
  private static final List<Evidence> PHOTO = List.of(new Evidence("photo", "p/1.jpg"));

  private static List<String> check(Submission.Builder visit) {
    return check(visit, restaurant());
  }

  private static List<String> check(Submission.Builder visit, Optional<Subject> subject) {
    return brief(engine().check(visit.build(), subject));
  }

  @Test
  void findsNothingWrongWithACleanVisit() {
    assertThat(check(clean("V", DAY))).isEmpty();
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    Submission.Builder visit =
        Submission.of("V", "visit", "1", SubjectRef.business("S1"), Moment.parse(DAY))
            .submitters("P1", "P1")
            .answer("1", Answer.satisfied().withHandling(Handling.by(LocalDate.of(2024, 5, 1))))
            .answer("2", Answer.notSatisfied().withHandling(ON_SPOT))
            .answer("3", Answer.satisfied())
            .answer("9", Answer.satisfied())
            .value("type", AttributeValue.string("rutine"))
            .value("day", AttributeValue.string("2024-02-30"))
            .value("dag", AttributeValue.bool(true));

    assertThat(check(visit))
        .containsExactly(
            "FORM-0102 /submitters",
            "FORM-0103 /answers/9",
            "FORM-0108 /answers/1",
            "FORM-0107 /answers/1",
            "FORM-0106 /answers/2",
            "FORM-0105 /answers/3",
            "FORM-0104 /answers",
            "FORM-0110 /values/dag",
            "FORM-0112 /values/type",
            "FORM-0112 /values/day");
  }

  @Test
  void noWordAtAllDoesNotFillInAFieldThatIsRequired() {
    FormTemplate form =
        FormFixture.ofJson(
            """
            {'form': 'f', 'version': '1', 'title': {'zh': '表', 'en': 'F'}, 'purpose': 'declaration',
             'status': 'sample', 'basis': 'a test, not law', 'facts': [],
             'sections': [{'section': 'A', 'title': {'zh': '甲', 'en': 'A'}, 'fields': [
               {'field': 'must', 'text': {'zh': '须', 'en': 'Must'}, 'type': 'choices', 'required': true,
                'choices': [{'word': 'a', 'text': {'zh': '甲', 'en': 'A'}}]},
               {'field': 'may', 'text': {'zh': '可', 'en': 'May'}, 'type': 'choices',
                'choices': [{'word': 'a', 'text': {'zh': '甲', 'en': 'A'}}]}]}]}
            """);
    Submission none =
        Submission.of("D", form, SubjectRef.business("S1"), Moment.parse(DAY))
            .submitters("P1")
            .value("must", AttributeValue.codes(List.of()))
            .value("may", AttributeValue.codes(List.of()))
            .build();
    assertThat(
            FormFixture.brief(FormEngine.of(form, FormFixture.ZONE).check(none, Optional.empty())))
        .containsExactly("FORM-0111 /values");
  }

  @Test
  void mayOmitItemsOnAFlightInspectionOnly() {
    assertThat(check(visit("V", DAY).answer("1", Answer.satisfied())))
        .containsExactly("FORM-0104 /answers", "FORM-0104 /answers");
    for (AttributeValue flight :
        List.of(AttributeValue.code("flight"), AttributeValue.string("flight"))) {
      assertThat(check(visit("V", DAY).value("type", flight).answer("1", Answer.satisfied())))
          .isEmpty();
    }
  }

  @Test
  void asksWhatAppliesAndWhatMayApply() {
    Submission.Builder visit = clean("V", DAY);
    Optional<Subject> canteen = Optional.of(FormFixture.business("canteen"));
    Optional<Subject> unknown = Optional.of(Subject.builder("S1", "Business S1").build());

    assertThat(check(visit, canteen)).containsExactly("FORM-0104 /answers");
    assertThat(check(visit, unknown)).containsExactly("FORM-0104 /answers", "FORM-0204 /answers");
    assertThat(check(visit, Optional.empty()))
        .containsExactly("FORM-0104 /answers", "FORM-0204 /answers");
    assertThat(check(clean("V", DAY).answer("3", Answer.notApplicable()), unknown))
        .containsExactly("FORM-0204 /answers");
    assertThat(check(clean("V", DAY).answer("3", Answer.notApplicable()))).isEmpty();
    assertThat(engine().askedItems(visit.build(), restaurant())).containsExactly("1", "2", "4");
    assertThat(engine().askedItems(visit.build(), canteen)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void warnsOfKeyItemsThatAreNotInvestigatedAndOfNothingDone() {
    Answer failed = Answer.notSatisfied();
    assertThat(check(clean("V", DAY).answer("1", failed))).containsExactly("FORM-0203 /answers/1");
    assertThat(check(clean("V", DAY).answer("1", failed).handling(ON_SPOT)))
        .containsExactly("FORM-0202 /answers/1");
    for (Measure heavy : List.of(Measure.INVESTIGATE, Measure.STOP)) {
      assertThat(check(clean("V", DAY).answer("1", failed.withHandling(Handling.of(heavy)))))
          .isEmpty();
    }
    assertThat(check(clean("V", DAY).answer("2", failed.withEvidence(PHOTO)).handling(ON_SPOT)))
        .isEmpty();
  }

  @Test
  void acceptsPointsFromNothingToTheMost() {
    assertThat(check(points("0"))).isEmpty();
    assertThat(check(points("10.0"))).isEmpty();
    assertThat(check(points("10.1"))).containsExactly("FORM-0109 /answers/4");
    assertThat(check(points("-1"))).containsExactly("FORM-0109 /answers/4");
    assertThat(check(clean("V", DAY).answer("4", Answer.satisfied())))
        .containsExactly("FORM-0109 /answers/4");
    assertThat(check(clean("V", DAY).answer("1", Answer.satisfied().withPoints(BigDecimal.ONE))))
        .containsExactly("FORM-0109 /answers/1");
    assertThat(
            check(clean("V", DAY).answer("4", Answer.notApplicable().withPoints(BigDecimal.ZERO))))
        .containsExactly("FORM-0109 /answers/4");
  }

  private static Submission.Builder points(String points) {
    return clean("V", DAY).answer("4", Answer.satisfied().withPoints(new BigDecimal(points)));
  }

  @Test
  void warnsOfAFormThatIsNotInForceThatDayWhereItIs() {
    assertThat(check(clean("V", "2022-03-14"))).containsExactly("FORM-0201 /form");
    assertThat(check(clean("V", "2022-03-14T16:00:00Z"))).isEmpty(); // the 15th in Shanghai
  }

  @Test
  void countsAndScores() {
    Submission visit =
        clean("V", DAY)
            .answer("1", Answer.notSatisfied().withHandling(INVESTIGATE))
            .answer(
                "2",
                Answer.notSatisfied()
                    .withEvidence(PHOTO)
                    .withHandling(Handling.by(LocalDate.of(2024, 5, 20))))
            .answer("4", Answer.satisfied().withPoints(new BigDecimal("7.5")))
            .handling(Handling.by(LocalDate.of(2024, 6, 1)))
            .build();
    FormResult result = engine().count(visit, restaurant());

    assertThat(result.checked()).isEqualTo(3);
    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.keyFailed()).isEqualTo(1);
    assertThat(result.notApplicable()).isEqualTo(1);
    assertThat(result.unanswered()).isZero();
    assertThat(result.failedItems()).containsExactly("1", "2");
    assertThat(result.earned()).contains(new BigDecimal("7.5"));
    assertThat(result.maximum()).contains(new BigDecimal("16"));
    assertThat(result.lost()).contains(new BigDecimal("8.5"));
    assertThat(result.score()).contains(new BigDecimal("46.9")); // 46.875
    assertThat(result.heaviest()).contains(Measure.INVESTIGATE);
    assertThat(result.deadline()).contains(LocalDate.of(2024, 5, 20));
    assertThat(result.outcome()).isEqualTo("problem-found");
    assertThat(engine().count(clean("V", DAY).build(), restaurant()).outcome())
        .isEqualTo("no-problem");
  }

  @Test
  void scoresNothingWhereNothingWasChecked() {
    Submission none =
        visit("V", DAY)
            .answer("1", Answer.notApplicable())
            .answer("2", Answer.notApplicable())
            .answer("4", Answer.notApplicable())
            .build();
    FormResult result = engine().count(none, restaurant());
    assertThat(result.score()).isEmpty();
    assertThat(result.earned()).isEmpty();
    assertThat(result.notApplicable()).isEqualTo(4);
  }

  @Test
  void setsTheLastVisitAtWhichAnItemWasCheckedBesideThisOne() {
    Answer failed = Answer.notSatisfied().withEvidence(PHOTO);
    Submission first = clean("V1", "2023-01-01").answer("1", failed).answer("2", failed).build();
    Submission second = clean("V2", "2023-06-01").answer("1", Answer.notApplicable()).build();
    Submission third = clean("V3", DAY).answer("1", failed).answer("4", failed).build();

    FormComparison comparison = FormComparison.of(FormFixture.FORM, third, List.of(second, first));

    assertThat(comparison.previous()).contains("V2");
    assertThat(comparison.repeated()).containsExactly("1"); // passed over at V2
    assertThat(comparison.corrected()).isEmpty();
    assertThat(comparison.rows().get(0).lastIn()).contains("V1");
    assertThat(comparison.rows().get(1).lastIn()).contains("V2");
    assertThat(comparison.rows().get(2).last()).isEmpty();
    assertThat(FormComparison.of(FormFixture.FORM, second, List.of(first)).corrected())
        .containsExactly("2");
    assertThat(FormComparison.of(FormFixture.FORM, first, List.of()).previous()).isEmpty();
  }

  @Test
  void makesTheFactsThatTheFormDeclares() {
    Submission before =
        clean("V1", "2023-01-01").answer("2", Answer.notSatisfied().withEvidence(PHOTO)).build();
    Submission visit =
        clean("V2", DAY)
            .answer("1", Answer.notSatisfied())
            .answer(
                "2",
                Answer.notSatisfied()
                    .withEvidence(PHOTO)
                    .withHandling(Handling.by(LocalDate.of(2024, 5, 20))))
            .handling(INVESTIGATE)
            .build();
    List<Fact> facts =
        engine()
            .facts(
                visit, restaurant(), FormComparison.of(FormFixture.FORM, visit, List.of(before)));

    assertThat(facts)
        .extracting(Fact::id)
        .containsExactly("V2/inspection", "V2/failed-item/1", "V2/failed-item/2");
    Fact inspection = facts.get(0);
    assertThat(inspection.source()).contains("submission/V2");
    assertThat(inspection.refs().keySet()).containsExactly("inspector", "inspector-2");
    assertThat(inspection.attributes())
        .containsEntry("type", AttributeValue.code("routine"))
        .containsEntry("outcome", AttributeValue.code("problem-found"))
        .containsEntry("handling", AttributeValue.code("investigate"))
        .containsEntry("score", AttributeValue.decimal("62.5"))
        .containsEntry("itemsChecked", AttributeValue.decimal(3))
        .containsEntry("keyItemsFailed", AttributeValue.decimal(1))
        .containsEntry("failedItems", AttributeValue.codes(List.of("1", "2")))
        .containsEntry("document", AttributeValue.string("none"));
    assertThat(facts.get(1).attributes())
        .containsEntry("key", AttributeValue.bool(true))
        .containsEntry("repeat", AttributeValue.bool(false))
        .containsEntry("weight", AttributeValue.decimal(4))
        .containsEntry("handling", AttributeValue.code("investigate"))
        .doesNotContainKey("deadline");
    assertThat(facts.get(2).attributes())
        .containsEntry("repeat", AttributeValue.bool(true))
        .containsEntry("deadline", AttributeValue.date(LocalDate.of(2024, 5, 20)));
  }

  @Test
  void weighsByAWordOfTheBusiness() {
    FormTemplate form =
        FormFixture.ofJson(
            "{'form':'f','version':'1','title':{'zh':'表','en':'F'},'purpose':'inspection',"
                + "'status':'sample','basis':'-','weightBy':{'subject':'$format'},"
                + "'scoring':{'method':'sum','scale':0},'sections':[{'section':'1',"
                + "'title':{'zh':'一','en':'1'},'items':["
                + "{'item':'1','text':{'zh':'甲','en':'A'},'weight':{'canteen':3,'restaurant':5}},"
                + "{'item':'2','text':{'zh':'乙','en':'B'},'weight':{'canteen':2}}]}]}");
    Submission one =
        Submission.of("V", form, SubjectRef.business("S1"), Moment.parse(DAY))
            .submitters("P")
            .answer("1", Answer.satisfied())
            .build();
    FormEngine engine = FormEngine.of(form, FormFixture.ZONE);

    assertThat(engine.check(one, restaurant())).isEmpty();
    assertThat(engine.count(one, restaurant()).score()).contains(new BigDecimal("5"));
    assertThat(brief(engine.check(one, Optional.of(FormFixture.business("canteen")))))
        .containsExactly("FORM-0104 /answers");
    assertThat(engine.check(one, Optional.empty()))
        .extracting(Issue::code)
        .containsExactly("FS-FORM-0104", "FS-FORM-0204");
    assertThat(engine.count(one, Optional.empty()).score()).isEmpty();
  }

  @Test
  void refusesSubmissionsOfAnotherForm() {
    Submission other =
        Submission.of("V", "visit", "2", SubjectRef.business("S1"), Moment.parse(DAY)).build();
    assertThatThrownBy(() -> engine().check(other, restaurant()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("visit@1");
  }
}
