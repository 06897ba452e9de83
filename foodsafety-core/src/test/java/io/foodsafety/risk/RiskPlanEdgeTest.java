package io.foodsafety.risk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What random policies do not meet: the ends of numbers and of calendars, and what cancels out. */
class RiskPlanEdgeTest {

  private static final LocalDate DAY = LocalDate.parse("2024-06-30");

  private static RiskPolicy lineOf(String expression) {
    return GradingFixture.of(
            "'pointsScale':2,'static':[{'item':'a','value':" + expression + ",'basis':'-'}]")
        .policy();
  }

  private static Subject subject(String x, String y) {
    return Subject.builder("S1", "One")
        .attribute("x", AttributeValue.decimal(x))
        .attribute("y", AttributeValue.decimal(y))
        .build();
  }

  private static void check(RiskPolicy policy, Subject subject, List<Fact> facts) {
    check(policy, subject, facts, AsOf.date(DAY));
  }

  private static void check(RiskPolicy policy, Subject subject, List<Fact> facts, AsOf asOf) {
    FactHistory history = FactHistory.of(facts, List.of());
    RiskGrade meant = RiskGrade.of(RiskGrader.of(policy).grade(subject, history, asOf));
    RiskPlan plan = RiskPlan.of(policy);
    RiskColumns columns = plan.columns(asOf);
    columns.add(subject.id(), Optional.of(subject), history);
    assertThat(plan.grade(columns, 1).get(0)).isEqualTo(meant);
    assertThat(plan.grader(asOf).grade(subject.id(), Optional.of(subject), history, asOf))
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'orElse':[{'divide':[1,{'subtract':[1,{'divide':[1,{'subject':'x'}]},"
            + "{'divide':[1,{'subject':'x'}]},{'divide':[1,{'subject':'x'}]}]}]},5]}",
        "{'multiply':[{'subtract':[1,{'divide':[1,{'subject':'x'}]},{'divide':[1,{'subject':'x'}]},"
            + "{'divide':[1,{'subject':'x'}]}]},100000000000000000,100000000000000000]}",
        "{'multiply':[60,{'divide':[1,12000]}]}",
        "{'divide':[{'multiply':[60,{'subject':'x'}]},{'subject':'y'}]}",
        "{'multiply':[60,{'divide':[{'subject':'x'},{'subject':'y'}]}]}",
        "{'round':{'of':{'divide':[{'subject':'x'},8]},'scale':2}}",
        "{'divide':[{'subject':'x'},{'subtract':[{'subject':'y'},{'subject':'y'}]}]}",
      })
  void whatCancelsOutIsAsTheInterpreterHasIt(String expression) {
    check(lineOf(expression), subject("3", "41"), List.of());
    check(lineOf(expression), subject("-0.125", "0.000001"), List.of());
  }

  @Test
  void aQuotientThatGrowsTooLongIsIncomplete() {
    String p =
        "{'multiply':[{'divide':[{'subject':'x'},{'subject':'y'}]},{'divide':[{'subject':'y'},{'subject':'x'}]}]}";
    for (int i = 0; i < 5; i++) {
      p = "{'multiply':[%s,%s]}".formatted(p, p);
    }
    check(lineOf(p), subject("3", "41"), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "-922337203685477580.8, 214748364.8",
    "922337203685477580.7, 1",
    "999999999999999999, 999999999999999999",
    "0.000000000000000001, 0.1234567",
    "-999999999999999999, 0.0000001"
  })
  void theEndsOfNumbers(String x, String y) {
    for (String operator : List.of("add", "subtract", "multiply", "divide", "least", "greatest")) {
      check(
          lineOf("{'%s':[{'subject':'x'},{'subject':'y'}]}".formatted(operator)),
          subject(x, y),
          List.of());
    }
    String table =
        "'tables':{'t':{'ranges':[{'to':999999999999999999,'value':1},{'above':999999999999999999,'value':15}]}},";
    RiskPolicy policy =
        GradingFixture.of(
                table
                    + "'static':[{'item':'a','value':{'table':{'name':'t','of':{'subject':'x'}}},'basis':'-'}]")
            .policy();
    check(policy, subject(x, y), List.of());
  }

  /** The last bound stands for no bound. */
  @Test
  void rangesFarFromEachOther() {
    RiskPolicy policy =
        GradingFixture.of(
                "'tables':{'t':{'ranges':[{'from':-1,'below':0,'value':3},"
                    + "{'from':0,'below':922337203685477580,'value':15}]}},"
                    + "'static':[{'item':'a','value':{'table':{'name':'t','of':{'subject':'x'}}},'basis':'-'}]")
            .policy();
    for (String x : List.of("-2.5", "-0.5", "0.5", "1.5", "999999999999999999")) {
      check(policy, subject(x, "1"), List.of());
    }
  }

  /** More than a byte can number. */
  @Test
  void aScaleOfManyGrades() {
    String grades =
        IntStream.rangeClosed(1, 200).mapToObj("'m%d'"::formatted).collect(joining(","));
    String bands =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "{'grade':'m%d','from':%d,'below':%d}".formatted(i, i, i + 1))
            .collect(joining(","));
    RiskPolicy policy =
        GradingFixture.ofJson(
                "{'policy':'marks','version':'1','zone':'UTC',"
                    + "'scale':{'id':'marks','better':'lower','grades':["
                    + grades
                    + "]},'declares':{'subject':[{'name':'x','type':'decimal'}]},"
                    + "'static':[{'item':'a','value':{'subject':'x'},'basis':'-'}],'bands':["
                    + bands
                    + "]}")
            .policy();
    for (String x : List.of("1", "127", "128", "150", "200")) {
      check(
          policy,
          Subject.builder("S1", "One").attribute("x", AttributeValue.decimal(x)).build(),
          List.of());
    }
  }

  /** The least and the greatest number of 64 bits: products that are just no overflow. */
  @ParameterizedTest
  @CsvSource({"max,-2147483648,4294967296", "min,60247241209,153092023"})
  void extremesThatAreTheEndsOfNumbers(String aggregate, String score, String x) {
    RiskPolicy policy =
        lineOf(
            "{'orElse':[{'divide':[{'"
                + aggregate
                + "':{'kind':'inspection','of':{'multiply':[{'fact':'score'},{'subject':'x'}]}}},"
                + "100000000000000000]},7]}");
    Fact fact =
        Fact.builder("F1", "inspection", SubjectRef.business("S1"), Moment.of(DAY))
            .attribute("score", AttributeValue.decimal(score))
            .build();
    check(policy, subject(x, "1"), List.of(fact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'max':999999999999999999",
        "'min':-999999999999999999,'max':1000",
        "'max':0.000000000000000001",
        "'min':7.125,'max':1000"
      })
  void unusualCaps(String bounds) {
    RiskPolicy policy =
        GradingFixture.of(
                "'static':[{'item':'a','value':{'subject':'x'},'basis':'-'}],"
                    + "'caps':[{'item':'c','of':['*'],"
                    + bounds
                    + ",'basis':'-'}]")
            .policy();
    check(policy, subject("3", "1"), List.of());
    check(policy, subject("-12.345", "1"), List.of());
  }

  /** The role is named by the second line only, and no attribute is read at all. */
  @Test
  void factsOfOthersThatNameTheBusiness() {
    RiskPolicy policy =
        GradingFixture.of(
                "'static':[{'item':'a','value':{'count':{'kind':'sample'}},'basis':'-'},"
                    + "{'item':'b','value':{'count':{'kind':'sample','role':'producer'}},'basis':'-'}]")
            .policy();
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      facts.add(
          Fact.builder("F" + i, "sample", SubjectRef.business("S2"), Moment.of(DAY))
              .ref("producer", SubjectRef.business("S1"))
              .build());
    }
    check(policy, subject("1", "1"), facts);
  }

  /** A business that only the interpreter can grade, with facts at the ends of the calendar. */
  @Test
  void theEndsOfTheCalendar() {
    RiskPolicy policy =
        GradingFixture.in(
                "Asia/Shanghai",
                "'static':[{'item':'a','value':{'add':[{'subject':'x'},"
                    + "{'count':{'kind':'list-entry','window':{'inForce':true},"
                    + "'where':{'known':{'fact':'$until'}}}}]},'basis':'-'}]")
            .policy();
    Fact.Builder permanent =
        Fact.builder("F1", "list-entry", SubjectRef.business("S1"), Moment.of(DAY))
            .until(Moment.of(Instant.parse("9999-12-31T23:59:59Z")));
    Fact first =
        Fact.builder(
                "F2",
                "list-entry",
                SubjectRef.business("S1"),
                Moment.of(LocalDate.parse("0001-01-01")))
            .until(Moment.of(LocalDate.parse("0001-01-02")))
            .build();
    check(policy, subject("0.000000000000000001", "1"), List.of(permanent.build(), first));
  }

  /** The clock went back over midnight, so the later fact has the earlier day. */
  @Test
  void aDayThatComesAfterTheNext() {
    RiskPolicy policy =
        GradingFixture.in(
                "America/St_Johns",
                "'static':[{'item':'a','value':{'count':{'kind':'sample',"
                    + "'window':{'rolling':'P1D'}}},'basis':'-'},{'item':'b','value':{'daysSince':"
                    + "{'kind':'sample'}},'basis':'-'}]")
            .policy();
    Fact before =
        Fact.builder(
                "F1",
                "sample",
                SubjectRef.business("S1"),
                Moment.of(Instant.parse("2010-11-07T02:30:30Z")))
            .build();
    Fact after =
        Fact.builder(
                "F2",
                "sample",
                SubjectRef.business("S1"),
                Moment.of(Instant.parse("2010-11-07T03:00:00Z")))
            .build();
    check(policy, subject("1", "1"), List.of(after, before), AsOf.fact(after));
    check(policy, subject("1", "1"), List.of(after, before), AsOf.fact(before));
  }

  @Test
  void oneNameOfTwoTypesIsRefused() {
    RiskPolicy decimal = lineOf("{'subject':'x'}");
    RiskPolicy bool =
        GradingFixture.ofJson(
                "{'policy':'other','version':'1','zone':'UTC','scale':{'id':'test','better':'lower',"
                    + "'grades':['A','B']},'declares':{'subject':[{'name':'x','type':'boolean'}]},"
                    + "'static':[{'item':'a','value':{'if':{'when':{'subject':'x'},'then':1,'else':0}},"
                    + "'basis':'-'}],'bands':[{'grade':'A','to':1},{'grade':'B','above':1}]}")
            .policy();
    assertThatThrownBy(() -> RiskColumns.of(AsOf.date(DAY), List.of(bool, decimal)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("attribute (x) is declared as boolean by one policy and as number");
  }

  @Test
  void thereIsAThread() {
    RiskPlan plan = RiskPlan.of(lineOf("1"));
    assertThatThrownBy(() -> plan.explain(plan.columns(AsOf.date(DAY)), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linesAreThereOnlyIfTheyWereKept() {
    RiskPlan plan = RiskPlan.of(lineOf("{'subject':'x'}"));
    RiskColumns columns = plan.columns(AsOf.date(DAY));
    for (String x : List.of("3", "0.000000000000000001")) { // the second by the interpreter
      columns.add("S1", Optional.of(subject(x, "1")), FactHistory.empty());
    }
    RiskScores without = plan.grade(columns, 1);
    RiskScores with = plan.explain(columns, 1);
    for (int i = 0; i < 2; i++) {
      int index = i;
      assertThat(without.lineState(i, 0)).isEmpty();
      assertThat(with.lineState(i, 0)).contains(AssessmentLine.State.SCORED);
      assertThatThrownBy(() -> with.lineState(index, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(with.gradedAlone()).isEqualTo(1);
  }
}
