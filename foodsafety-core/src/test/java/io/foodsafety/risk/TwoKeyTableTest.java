package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that are looked up with two keys: by the interpreter, the plan, and written out whole. */
class TwoKeyTableTest {

  private static final AsOf DAY = AsOf.date(LocalDate.parse("2024-06-30"));

  private static final String SIZES =
      """
      'tables':{'size':{'by':{
        'catering':{'ranges':[{'to':50,'value':1},{'above':50,'value':2}]},
        'sales':{'ranges':[{'from':0,'to':100,'value':5}]},
        'production':{'toBeLoaded':'nobody knows'}}%s}},
      'static':[{'item':'size','value':{'subject':'x'},
        'points':{'table':{'name':'size','of':[{'subject':'$segment'},{'ref':'value'}]}},'basis':'-'}]
      """;

  /** Points, or the code of what is missing; the same from the plan and from the written policy. */
  private static String points(GradingFixture policy, String attributes) {
    Subject subject = policy.subject(attributes);
    FactHistory history = FactHistory.empty();
    RiskAssessment meant = RiskGrader.of(policy.policy()).grade(subject, history, DAY);
    RiskPlan plan = RiskPlan.of(policy.policy());
    RiskColumns columns = plan.columns(DAY);
    columns.add(subject.id(), Optional.of(subject), history);
    assertThat(plan.explain(columns, 1).get(0)).isEqualTo(RiskGrade.of(meant));
    RiskPolicy written =
        RiskPolicy.parse(policy.policy().toDocument(), "written", FactCatalogue.empty());
    RiskAssessment ofWritten = RiskGrader.of(written).grade(subject, history, DAY);
    assertThat(ofWritten.lines()).isEqualTo(meant.lines());
    AssessmentLine line = meant.lines().get(0);
    return line.points()
        .map(points -> points.stripTrailingZeros().toPlainString())
        .orElseGet(() -> line.reason().orElseThrow().code());
  }

  @ParameterizedTest
  @CsvSource({
    "$segment=catering x=50, 1, 1",
    "$segment=catering x=50.5, 2, 2",
    "$segment=sales x=100, 5, 5",
    "$segment=sales x=101, FS-RULE-0104, -3",
    "$segment=farming x=1, FS-RULE-0104, -3",
    "$segment=production x=1, FS-RULE-0109, FS-RULE-0109",
    "x=1, FS-RULE-0101, FS-RULE-0101",
    "$segment=sales, FS-RULE-0101, FS-RULE-0101"
  })
  void theFirstKeySaysWhichRowsCountForTheSecond(String subject, String plain, String otherwise) {
    assertThat(points(GradingFixture.of(SIZES.formatted("")), subject)).isEqualTo(plain);
    assertThat(points(GradingFixture.of(SIZES.formatted(",'otherwise':-3")), subject))
        .isEqualTo(otherwise);
  }

  @Test
  void theSecondKeyMayBeAWordOrAListOfWords() {
    String policy =
        """
        'tables':{'t':{'by':{'a':{'words':{'x':1,'y':2}},'b':{'words':{'x':3}}}}},
        'static':[{'item':'t','value':{'table':{'name':'t','of':[%s,%s]}},'basis':'-'}]
        """;
    assertThat(points(GradingFixture.of(policy.formatted("'a'", "'x'")), "")).isEqualTo("1");
    assertThat(points(GradingFixture.of(policy.formatted("'a'", "['x','y']")), "")).isEqualTo("2");
    assertThat(points(GradingFixture.of(policy.formatted("'b'", "['x','y']")), ""))
        .isEqualTo("FS-RULE-0104");
  }

  @Test
  void manyWordsNeedFewLevels() {
    String rows =
        IntStream.range(0, 3000)
            .mapToObj(i -> "'w%d':{'words':{'x':%d}}".formatted(i, i))
            .collect(Collectors.joining(","));
    for (int word : new int[] {0, 1, 1499, 1500, 2999}) {
      GradingFixture policy =
          GradingFixture.of(
              "'tables':{'t':{'by':{%s}}},'static':[{'item':'t','value':{'table':{'name':'t','of':['w%d','x']}},'basis':'-'}]"
                  .formatted(rows, word));
      Subject subject = policy.subject("");
      assertThat(RiskGrader.of(policy.policy()).grade(subject, FactHistory.empty(), DAY).score())
          .hasValueSatisfying(score -> assertThat(score).isEqualByComparingTo(word + ""));
    }
  }

  /** What is read can be read again when it is written out whole, however deep it is. */
  @Test
  void theLevelsOfTheChoiceCount() {
    String table =
        "'tables':{'t':{'by':{'a':{'words':{'x':1}},'b':{'words':{'x':2}},'c':{'words':{'x':3}}}}},";
    int deepest = 0;
    for (int definitions = 30; definitions < 60; definitions++) {
      String chain =
          IntStream.rangeClosed(1, definitions)
              .mapToObj(i -> ",'d%d':{'add':[{'ref':'d%d'}]}".formatted(i, i - 1))
              .collect(Collectors.joining());
      String text =
          table
              + "'define':{'d0':{'table':{'name':'t','of':['a','x']}}"
              + chain
              + "},'static':[{'item':'t','value':{'ref':'d%d'},'basis':'-'}]"
                  .formatted(definitions);
      try {
        RiskPolicy read = GradingFixture.of(text).policy();
        deepest = definitions;
        RiskPolicy.parse(read.toDocument(), "written", FactCatalogue.empty());
      } catch (PolicyException e) {
        assertThat(definitions).isGreaterThan(deepest);
        assertThat(e.issues()).allMatch(issue -> issue.code().equals("FS-POL-0015"));
      }
    }
    assertThat(deepest).isBetween(40, 55);
  }
}
