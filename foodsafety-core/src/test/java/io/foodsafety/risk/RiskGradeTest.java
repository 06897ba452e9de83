package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactHistory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From the score to the grade: bands, limits, direct grades, adjustments, and when there is none.
 */
class RiskGradeTest {

  private static final String X = "'static':[{'item':'x','value':{'subject':'x'},'basis':'-'}]";

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "-5, graded -5.00 -5.00 A -",
    "10, graded 10.00 10.00 A -",
    "10.004, graded 10.00 10.00 A -",
    "10.005, graded 10.01 10.01 B -",
    "20, graded 20.00 20.00 B -",
    "30, graded 30.00 30.00 C -",
    "30.01, graded 30.01 30.01 D -",
    "1000, graded 1000.00 1000.00 D -",
    "1000.01, none 1000.01 1000.01 - -"
  })
  void bands(String x, String summary) {
    assertThat(GradingFixture.summary(GradingFixture.of(X).grade("x=" + x))).isEqualTo(summary);
  }

  @Test
  void saysThatAScoreLiesInNoBand() {
    RiskAssessment assessment = GradingFixture.of(X).grade("x=1000.5");
    assertThat(assessment.reason().orElseThrow().code()).isEqualTo("FS-POL-0104");
    assertThat(assessment.reason().orElseThrow().attributes())
        .containsEntry("value", "1000.50")
        .containsEntry("item", "score");
  }

  /** y: to 5 A, to 10 C, to 20 D; outside of it none. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x=5 y=5    | graded 5.00 5.00 A -     | -
          x=5 y=5.1  | graded 5.00 5.00 C -     | -
          x=15 y=5   | graded 15.00 15.00 B -   | -
          x=25 y=7   | graded 25.00 25.00 C -   | -
          x=35 y=7   | graded 35.00 35.00 D -   | -
          x=5 y=20   | graded 5.00 5.00 D -     | -
          x=5 y=21   | none 5.00 5.00 - -       | 0104
          x=5        | incomplete - 5.00 - -    | 0101
          y=20       | incomplete - 0 - -       | 0105
          x=2000 y=5 | none 2000.00 2000.00 - - | 0104
          """)
  void limits(String attributes, String summary, String code) {
    String limits =
        ",'limits':[{'item':'l','value':{'subject':'y'},'basis':'-','bands':"
            + "[{'grade':'A','to':5},{'grade':'C','above':5,'to':10},{'grade':'D','above':10,'to':20}]}]";
    check(GradingFixture.of(X + limits).grade(attributes), summary, code);
  }

  /** p gives B, q gives D, r gives A. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x=25 p=false q=false r=false | graded 25.00 25.00 C -  | -
          # in the place of the other, better or worse
          x=25 p=true q=false r=false  | graded 25.00 25.00 B -  | -
          x=5 p=true q=false r=false   | graded 5.00 5.00 B -    | -
          # the worst counts
          x=25 p=true q=false r=true   | graded 25.00 25.00 B -  | -
          x=25 p=true q=true r=true    | graded 25.00 25.00 D -  | -
          # an unknown one matters if its grade could be worse
          x=25 q=true                  | graded 25.00 25.00 D -  | -
          x=25 p=true q=false          | graded 25.00 25.00 B -  | -
          x=25 p=true r=false          | incomplete - 25.00 - -  | 0101
          x=25 q=false r=true          | incomplete - 25.00 - -  | 0101
          x=25 p=false q=false         | incomplete - 25.00 - -  | 0101
          # decided in spite of a missing line or a score in no band
          p=false q=true r=false       | graded - 0 D -          | -
          p=false q=false r=false      | incomplete - 0 - -      | 0105
          x=2000 q=true p=true r=true  | graded 2000.00 2000.00 D - | -
          x=2000 q=false p=false r=false | none 2000.00 2000.00 - - | 0104
          """)
  void directGrades(String attributes, String summary, String code) {
    String direct =
        ",'directGrades':[{'item':'dp','when':{'subject':'p'},'grade':'B','basis':'-'},"
            + "{'item':'dq','when':{'subject':'q'},'grade':'D','basis':'-'},"
            + "{'item':'dr','when':{'subject':'r'},'grade':'A','basis':'-'}]";
    check(GradingFixture.of(X + direct).grade(attributes), summary, code);
  }

  /** p and q are of one group; the score gives B. */
  @ParameterizedTest(name = "{0} {1} {2} with {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # p, q, r | attributes             | grade
           1,  2,  1 | p=false q=false r=false | B
           1,  2,  1 | p=true q=false r=false  | C
           1,  2,  1 | p=true q=true r=false   | D
           1,  2,  1 | p=true q=false r=true   | D
          # it does not leave the scale
           1,  2,  1 | p=true q=true r=true    | D
           9,  1,  9 | p=true q=false r=true   | D
          -9, -1,  0 | p=true q=true r=false   | A
          # both directions: the strongest of the group, groups add up
          -1,  1,  0 | p=true q=true r=true    | A
           1, -1,  0 | p=true q=true r=true    | C
          -1,  2,  0 | p=true q=true r=true    | D
           2, -1, -1 | p=true q=true r=true    | C
           9,  1, -9 | p=true q=true r=true    | B
          # an unknown one matters if it would move the grade further
           1,  2,  0 | q=true r=true           | D
           1,  1,  0 | q=true r=true           | C
           1,  2,  0 | p=true r=true           | ?
           1, -1,  0 | p=true r=true           | ?
           1,  1,  1 | p=true q=true           | ?
          # and not if the scale ends there
           1,  2,  1 | p=true q=true           | D
           0,  0,  0 | p=true                  | B
           1,  2,  0 | r=true                  | ?
          """)
  void adjusts(String by, String attributes, String expected) {
    RiskAssessment now = adjusted("grade", by, attributes);
    RiskAssessment next = adjusted("nextGrade", by, attributes);
    if (expected.equals("?")) {
      check(now, "incomplete - 15.00 - -", "0101");
      check(next, "graded 15.00 15.00 B -", "0101");
    } else {
      check(now, "graded 15.00 15.00 " + expected + " -", "-");
      check(next, "graded 15.00 15.00 B " + expected, "-");
    }
  }

  private static RiskAssessment adjusted(String affects, String by, String attributes) {
    String[] steps = by.split(",\\s*");
    String adjustments =
        ",'adjustments':["
            + "{'item':'ap','affects':'%1$s','by':%2$s,'group':'g','when':{'subject':'p'},'basis':'-'},"
            + "{'item':'aq','affects':'%1$s','by':%3$s,'group':'g','when':{'subject':'q'},'basis':'-'},"
            + "{'item':'ar','affects':'%1$s','by':%4$s,'when':{'subject':'r'},'basis':'-'}]";
    return GradingFixture.of(X + adjustments.formatted(affects, steps[0], steps[1], steps[2]))
        .grade("x=15 " + attributes);
  }

  @Test
  void startsTheNextGradeFromTheAdjustedOne() {
    GradingFixture fixture =
        GradingFixture.of(
            X
                + ",'adjustments':["
                + "{'item':'n','affects':'nextGrade','by':1,'when':{'subject':'p'},'basis':'-'},"
                + "{'item':'g','affects':'grade','by':1,'when':{'subject':'p'},'basis':'-'}]");
    check(fixture.grade("x=5 p=true"), "graded 5.00 5.00 B C", "-");
    check(fixture.grade("p=true"), "incomplete - 0 - -", "0105");
  }

  @Test
  void showsWhatEachRuleDid() {
    RiskAssessment assessment =
        GradingFixture.of(
                X
                    + ",'limits':[{'item':'l','value':{'subject':'x'},'basis':'-',"
                    + "'bands':[{'grade':'C','to':100}]}],"
                    + "'directGrades':[{'item':'d','when':{'subject':'p'},'grade':'D','basis':'-'}],"
                    + "'adjustments':[{'item':'a','affects':'grade','by':-1,'when':true,'basis':'-'}]")
            .grade("x=5 p=false");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=5.00 l=0.00 d=0.00 a=0.00");
    check(assessment, "graded 5.00 5.00 B -", "-");
    assertThat(effect(assessment, "l")).isEqualTo("C 0");
    assertThat(effect(assessment, "d")).isEqualTo("none");
    assertThat(effect(assessment, "a")).isEqualTo("- -1");
  }

  private static String effect(RiskAssessment assessment, String item) {
    return GradingFixture.line(assessment, item)
        .effect()
        .map(each -> each.grade().map(grade -> grade.label()).orElse("-") + " " + each.steps())
        .orElse("none");
  }

  /** p and q exclude; r is whom the policy applies to. */
  @ParameterizedTest(name = "{0}: {1}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x=5 p=false q=false r=true | graded 5.00 5.00 A - | -    | ep=0.00 eq=0.00 x=5.00
          x=5 p=true q=false r=true  | none - - - -         | 0103 | ep=0.00
          x=5 p=false q=true r=true  | none - - - -         | 0103 | ep=0.00 eq=0.00
          # one that holds decides, wherever an unknown one stands
          x=5 q=true r=true          | none - - - -         | 0103 | ep=? eq=0.00
          x=5 p=true r=true          | none - - - -         | 0103 | ep=0.00
          x=5 q=false r=true         | incomplete - - - -   | 0101 | ep=? eq=0.00
          x=5 p=false r=true         | incomplete - - - -   | 0101 | ep=0.00 eq=?
          x=5 p=false q=false r=false | none - - - -        | 0102 |
          x=5 p=true q=false r=false | none - - - -         | 0102 |
          x=5 p=true q=true          | incomplete - - - -   | 0101 |
          """)
  void gradesNotEverything(String attributes, String summary, String code, String lines) {
    String members =
        ",'appliesTo':{'subject':'r'},"
            + "'noGrade':[{'item':'ep','when':{'subject':'p'},'basis':'-'},"
            + "{'item':'eq','when':{'subject':'q'},'basis':'-'}]";
    RiskAssessment assessment = GradingFixture.of(X + members).grade(attributes);
    check(assessment, summary, code);
    assertThat(GradingFixture.lines(assessment)).isEqualTo(lines == null ? "" : lines);
  }

  @ParameterizedTest(name = "{0} to {1}, as of {2}: {3}")
  @CsvSource({
    "2024-01-01, 2024-12-31, 2023-12-31, false",
    "2024-01-01, 2024-12-31, 2024-01-01, true",
    "2024-01-01, 2024-12-31, 2024-12-31, true",
    "2024-01-01, 2024-12-31, 2025-01-01, false",
    "2024-01-01, 2024-01-01, 2024-01-01, true",
    "null, 2024-12-31, 0001-01-01, true",
    "2024-02-29, null, 2024-02-28, false",
    "2024-02-29, null, 9999-12-31, true",
    "null, null, 2024-01-01, true"
  })
  void gradesWhileInForce(String from, String to, String asOf, boolean inForce) {
    String members = ",'effectiveFrom':%s,'effectiveTo':%s".formatted(quoted(from), quoted(to));
    GradingFixture fixture = GradingFixture.of(X + members);
    RiskAssessment assessment = fixture.grade(fixture.subject("x=1"), FactHistory.empty(), asOf);
    check(assessment, inForce ? "graded 1.00 1.00 A -" : "none - - - -", inForce ? "-" : "0101");
  }

  private static String quoted(String date) {
    return date.equals("null") ? date : "'" + date + "'";
  }

  private static void check(RiskAssessment assessment, String summary, String code) {
    assertThat(GradingFixture.summary(assessment)).isEqualTo(summary);
    assertThat(assessment.reason().map(issue -> issue.code().substring(issue.code().length() - 4)))
        .isEqualTo(Optional.of(code).filter(each -> !each.equals("-")));
  }
}
