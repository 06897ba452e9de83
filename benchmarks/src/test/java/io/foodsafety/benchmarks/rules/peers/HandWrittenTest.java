package io.foodsafety.benchmarks.rules.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.benchmarks.rules.Column;
import io.foodsafety.benchmarks.rules.Explanations;
import io.foodsafety.benchmarks.rules.FactTable;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationGenerator;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.rule.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules by hand and the interpreter give the same grades and lines. */
class HandWrittenTest {

  private static final int BUSINESSES = 2_000;

  private final Population population = new PopulationGenerator(7, 1).generate(0, BUSINESSES);
  private final InterpreterPeer interpreter = new InterpreterPeer(population);
  private final Grades found = new Grades(BUSINESSES);

  @Test
  void columnsAgree() {
    agrees(new HandWrittenPeer(population));
  }

  @Test
  void objectsAgree() {
    agrees(new ObjectsPeer(population));
  }

  private void agrees(RulePeer peer) {
    Grades expected = new Grades(BUSINESSES);
    interpreter.grade(0, BUSINESSES, expected);
    peer.grade(0, BUSINESSES, found);
    for (int i = 0; i < BUSINESSES; i++) {
      assertThat(found.show(i)).as("business %d", i).isEqualTo(expected.show(i));
    }
  }

  @Test
  void everyLineAgrees() {
    ExplainedPeer explained = new ExplainedPeer(population);
    explained.grade(0, BUSINESSES, found);
    Set<String> scored = new HashSet<>();
    for (int i = 0; i < BUSINESSES; i++) {
      RiskAssessment expected = interpreter.assess(i);
      assertThat(expected.lines()).hasSize(Explanations.LINES);
      for (int line = 0; line < Explanations.LINES; line++) {
        AssessmentLine right = expected.lines().get(line);
        int points = right.points().map(InterpreterPeer::thousandths).orElse(0L).intValue();
        assertThat(explained.explanations().points(i, line))
            .as("points of %s of business %d", right.item(), i)
            .isEqualTo(points);
        assertThat(explained.explanations().state(i, line))
            .as("state of %s of business %d", right.item(), i)
            .isEqualTo(state(right));
        if (points != 0 || state(right) == Explanations.HOLDS) {
          scored.add(right.item());
        }
      }
    }
    assertThat(scored).as("lines that matter to somebody").hasSize(Explanations.LINES);
  }

  private static byte state(AssessmentLine line) {
    return switch (line.state()) {
      case NOT_APPLICABLE -> Explanations.NOT_APPLICABLE;
      case MISSING -> Explanations.MISSING;
      case SCORED ->
          line.section() != AssessmentLine.Section.STATIC
                  && line.value().equals(Optional.of(new Value.Bool(true)))
              ? Explanations.HOLDS
              : Explanations.SCORED;
    };
  }

  @Test
  void addedFactsAgree() {
    ObjectsPeer objects = new ObjectsPeer(population);
    Grades expected = new Grades(BUSINESSES);
    List<NewFact> facts = NewFacts.draw(5, 300);
    for (int i = 0; i < 300; i++) {
      int business = i % 100;
      objects.add(business, facts.get(i), found);
      interpreter.add(business, facts.get(i), expected);
      assertThat(found.show(business)).as("fact %d", i).isEqualTo(expected.show(business));
    }
  }

  @Test
  void aBusinessIsTheSameWhereverItIsMade() {
    Population some = new PopulationGenerator(7, 1).generate(1_990, 10);
    for (FactTable table : some.facts()) {
      FactTable whole = population.facts(table.kind());
      for (int row = 0; row < table.rows(); row++) {
        int same = whole.offsets()[1_990] + row;
        assertThat(table.days()[row]).isEqualTo(whole.days()[same]);
        for (Column column : table.columns()) {
          assertThat(column.at(row)).isEqualTo(whole.column(column.name()).at(same));
        }
      }
    }
    assertThat(population.factCount()).isBetween(45L * BUSINESSES, 55L * BUSINESSES);
  }
}
