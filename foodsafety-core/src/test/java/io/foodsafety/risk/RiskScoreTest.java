package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points: rounding, caps, best-ofs; missing, not applicable and zero. */
class RiskScoreTest {

  private static final String XYZ =
      "'dynamic':[{'item':'x','value':{'subject':'x'},'basis':'-'},"
          + "{'item':'y','value':{'subject':'y'},'basis':'-'},"
          + "{'item':'z','value':{'subject':'z'},'basis':'-'}]";

  @ParameterizedTest(name = "{1} to {0} digits = {2}")
  @CsvSource({
    "0, 0.5, 1",
    "0, -0.5, -1",
    "0, 0.4999, 0",
    "0, -0.4, 0",
    "2, 1.005, 1.01",
    "2, -1.005, -1.01",
    "2, 1.0049999, 1.00",
    "2, 3, 3.00",
    "6, 0.0000005, 0.000001",
    "6, -0.0000005, -0.000001",
    "6, 0.33333349, 0.333333",
    "9, 0.0000000005, 0.000000001"
  })
  void roundsEachLineHalfUp(int scale, String x, String points) {
    RiskAssessment assessment =
        GradingFixture.of(
                "'pointsScale':%d,'static':[{'item':'x','value':{'subject':'x'},'basis':'-'}]"
                    .formatted(scale))
            .grade("x=" + x);
    AssessmentLine line = GradingFixture.line(assessment, "x");
    assertThat(line.points()).contains(new BigDecimal(points));
    assertThat(line.value()).contains(Value.of(new BigDecimal(x)));
  }

  @Test
  void addsRoundedLinesAndRoundsNothingAfterThat() {
    RiskAssessment assessment = GradingFixture.of(XYZ).grade("x=3.335 y=3.335 z=3.335");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=3.34 y=3.34 z=3.34");
    assertThat(GradingFixture.summary(assessment)).isEqualTo("graded 10.02 10.02 B -");
  }

  @Test
  void roundsToTwoDigitsUnlessThePolicySaysOtherwise() {
    RiskAssessment assessment = GradingFixture.of(XYZ).grade("x=1.234 y=0 z=0");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=1.23 y=0.00 z=0.00");
  }

  @ParameterizedTest(name = "{0} of {1}: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what exceeds the bound is taken back by a line of its own
          {'item':'c','of':['x','y','z'],'max':20,'basis':'-'} | x=10 y=7 z=5.5   | x=10.00 y=7.00 z=5.50 c=-2.50 | 20.00
          {'item':'c','of':['x','y','z'],'max':20,'basis':'-'} | x=10 y=7 z=3     | x=10.00 y=7.00 z=3.00 c=0.00  | 20.00
          {'item':'c','of':['x','y'],'max':20,'basis':'-'}     | x=10 y=7 z=5.5   | x=10.00 y=7.00 z=5.50 c=0.00  | 22.50
          {'item':'c','of':['*'],'max':20,'basis':'-'}         | x=30 y=-7 z=0    | x=30.00 y=-7.00 z=0.00 c=-3.00 | 20.00
          {'item':'c','of':['x'],'min':0,'basis':'-'}          | x=-3 y=1 z=0     | x=-3.00 y=1.00 z=0.00 c=3.00  | 1.00
          {'item':'c','of':['x'],'min':-2,'max':2,'basis':'-'} | x=-3 y=1 z=0     | x=-3.00 y=1.00 z=0.00 c=1.00  | -1.00
          {'item':'c','of':['x'],'min':-2,'max':2,'basis':'-'} | x=3 y=1 z=0      | x=3.00 y=1.00 z=0.00 c=-1.00  | 3.00
          {'item':'c','of':['x'],'min':5,'max':5,'basis':'-'}  | x=3 y=1 z=0      | x=3.00 y=1.00 z=0.00 c=2.00   | 6.00
          {'item':'c','of':['x','x'],'max':5,'basis':'-'}      | x=6 y=0 z=0      | x=6.00 y=0.00 z=0.00 c=-1.00  | 5.00
          {'item':'c','of':['x'],'max':5.005,'basis':'-'}      | x=6 y=0 z=0      | x=6.00 y=0.00 z=0.00 c=-1.00  | 5.00
          # a wider cap counts what a narrower one took back
          {'item':'c','of':['x','y'],'max':10,'basis':'-'},{'item':'d','of':['*'],'max':20,'basis':'-'} | x=15 y=10 z=5  | x=15.00 y=10.00 z=5.00 c=-15.00 d=0.00 | 15.00
          {'item':'c','of':['x','y'],'max':10,'basis':'-'},{'item':'d','of':['*'],'max':20,'basis':'-'} | x=15 y=10 z=25 | x=15.00 y=10.00 z=25.00 c=-15.00 d=-15.00 | 20.00
          {'item':'c','of':['x'],'max':10,'basis':'-'},{'item':'d','of':['y','z'],'max':5,'basis':'-'},{'item':'e','of':['*'],'min':0,'max':12,'basis':'-'} | x=15 y=10 z=5 | x=15.00 y=10.00 z=5.00 c=-5.00 d=-10.00 e=-3.00 | 12.00
          {'item':'c','of':['x'],'max':10,'basis':'-'},{'item':'d','of':['x'],'min':2,'basis':'-'} | x=15 y=0 z=0 | x=15.00 y=0.00 z=0.00 c=-5.00 d=0.00 | 10.00
          """)
  void caps(String cap, String attributes, String lines, String score) {
    RiskAssessment assessment = GradingFixture.of(XYZ + ",'caps':[" + cap + "]").grade(attributes);
    assertThat(GradingFixture.lines(assessment)).isEqualTo(lines);
    assertThat(assessment.score()).contains(new BigDecimal(score));
  }

  @Test
  void capsWhatScoredIfALineIsMissing() {
    RiskAssessment assessment =
        GradingFixture.of(XYZ + ",'caps':[{'item':'c','of':['*'],'max':5,'basis':'law'}]")
            .grade("x=4 z=3");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=4.00 y=? z=3.00 c=-2.00");
    assertThat(GradingFixture.summary(assessment)).isEqualTo("incomplete - 5.00 - -");
    AssessmentLine cap = GradingFixture.line(assessment, "c");
    assertThat(cap.value()).contains(Value.of(7));
    assertThat(cap.section()).isEqualTo(AssessmentLine.Section.CAP);
    assertThat(cap.basis()).isEqualTo("law");
  }

  @ParameterizedTest(name = "best of {0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'x','y'     | x=1 y=2 z=3   | x=0.00 y=2.00 z=3.00 | graded 5.00 5.00 A -
          'x','y','z' | x=1 y=2 z=3   | x=0.00 y=0.00 z=3.00 | graded 3.00 3.00 A -
          # among equals the first of the policy, whatever the order of the names
          'x','y'     | x=2 y=2 z=3   | x=2.00 y=0.00 z=3.00 | graded 5.00 5.00 A -
          # equal once rounded
          'x','y'     | x=2.001 y=2.004 z=0 | x=2.00 y=0.00 z=0.00 | graded 2.00 2.00 A -
          'x','y'     | x=-1 y=-2 z=0 | x=-1.00 y=0.00 z=0.00 | graded -1.00 -1.00 A -
          'x','y'     | x=0 y=0 z=0   | x=0.00 y=0.00 z=0.00 | graded 0.00 0.00 A -
          # a missing line could have been the best
          'x','y'     | x=2 z=3       | x=2.00 y=? z=3.00    | incomplete - 5.00 - -
          'x'         | x=2 y=1 z=3   | x=2.00 y=1.00 z=3.00 | graded 6.00 6.00 A -
          """)
  void keepsTheBestOf(String of, String attributes, String lines, String summary) {
    RiskAssessment assessment =
        GradingFixture.of(XYZ + ",'bestOf':[{'item':'b','of':[" + of + "]}]").grade(attributes);
    assertThat(GradingFixture.lines(assessment)).isEqualTo(lines);
    assertThat(GradingFixture.summary(assessment)).isEqualTo(summary);
  }

  @Test
  void keepsTheFirstOfThePolicyAmongEqualsWhateverTheOrderOfTheNames() {
    RiskAssessment assessment =
        GradingFixture.of(XYZ + ",'bestOf':[{'item':'b','of':['y','x']}]").grade("x=2 y=2 z=0");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=2.00 y=0.00 z=0.00");
  }

  @Test
  void keepsTheValueAndTheEvidenceOfALoser() {
    RiskAssessment assessment =
        GradingFixture.of(XYZ + ",'bestOf':[{'item':'b','of':['x','y']}]").grade("x=1.5 y=2 z=0");
    assertThat(GradingFixture.line(assessment, "x").value())
        .contains(Value.of(new BigDecimal("1.5")));
    assertThat(GradingFixture.line(assessment, "x").state()).isEqualTo(AssessmentLine.State.SCORED);
  }

  @Test
  void capsAfterTheBestOf() {
    RiskAssessment assessment =
        GradingFixture.of(
                XYZ
                    + ",'bestOf':[{'item':'b','of':['x','y']}],"
                    + "'caps':[{'item':'c','of':['x','y'],'max':6,'basis':'-'}]")
            .grade("x=5 y=7 z=0");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=0.00 y=7.00 z=0.00 c=-1.00");
  }

  private static final String WHEN =
      "'static':[{'item':'w','when':{'subject':'p'},'value':{'subject':'x'},'basis':'law 1'},"
          + "{'item':'y','value':{'subject':'y'},'basis':'law 2'}]";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p=true x=0 y=1   | w=0.00 y=1.00 | graded 1.00 1.00 A -
          p=false x=5 y=1  | w=- y=1.00    | graded 1.00 1.00 A -
          p=false y=1      | w=- y=1.00    | graded 1.00 1.00 A -
          p=true y=1       | w=? y=1.00    | incomplete - 1.00 - -
          x=5 y=1          | w=? y=1.00    | incomplete - 1.00 - -
          p=true x=5       | w=5.00 y=?    | incomplete - 5.00 - -
          p=false          | w=- y=?       | incomplete - 0 - -
          """)
  void tellsMissingFromNotApplicableFromZero(String attributes, String lines, String summary) {
    RiskAssessment assessment = GradingFixture.of(WHEN).grade(attributes);
    assertThat(GradingFixture.lines(assessment)).isEqualTo(lines);
    assertThat(GradingFixture.summary(assessment)).isEqualTo(summary);
  }

  @Test
  void namesWhatIsMissing() {
    RiskAssessment assessment = GradingFixture.of(WHEN).grade("p=true");
    assertThat(assessment.reason().orElseThrow().code()).isEqualTo("FS-POL-0105");
    assertThat(assessment.reason().orElseThrow().attributes()).containsEntry("items", "w, y");
    AssessmentLine line = GradingFixture.line(assessment, "w");
    assertThat(line.reason().orElseThrow().attributes()).containsEntry("attribute", "x");
    assertThat(line.points()).isEmpty();
    assertThat(line.value()).isEmpty();
    assertThat(line.basis()).isEqualTo("law 1");
  }

  @Test
  void showsAValueWhosePointsAreNotKnown() {
    RiskAssessment assessment =
        GradingFixture.of(
                "'tables':{'t':{'ranges':[{'from':0,'to':10,'value':1}]}},"
                    + "'static':[{'item':'x','value':{'subject':'x'},'basis':'-',"
                    + "'points':{'table':{'name':'t','of':{'ref':'value'}}}}]")
            .grade("x=11");
    AssessmentLine line = GradingFixture.line(assessment, "x");
    assertThat(line.state()).isEqualTo(AssessmentLine.State.MISSING);
    assertThat(line.value()).contains(Value.of(11));
    assertThat(line.reason().orElseThrow().code()).isEqualTo("FS-RULE-0104");
  }

  @Test
  void scoresALineWhoseValueIsNotKnownIfItsPointsAre() {
    RiskAssessment assessment =
        GradingFixture.of(
                "'static':[{'item':'x','value':{'subject':'x'},'basis':'-',"
                    + "'points':{'orElse':[{'ref':'value'},3]}}]")
            .grade("");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=3.00");
    assertThat(GradingFixture.line(assessment, "x").value()).isEmpty();
    assertThat(GradingFixture.summary(assessment)).isEqualTo("graded 3.00 3.00 A -");
  }

  @Test
  void takesPointsFromAValueOfAnyType() {
    RiskAssessment assessment =
        GradingFixture.of(
                "'static':[{'item':'p','value':{'subject':'p'},'basis':'-',"
                    + "'points':{'if':{'when':{'ref':'value'},'then':7,'else':1}}}]")
            .grade("p=true");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("p=7.00");
    assertThat(GradingFixture.line(assessment, "p").value()).contains(Value.of(true));
  }
}
