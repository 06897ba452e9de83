package io.foodsafety.benchmarks.rules.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationGenerator;
import org.junit.jupiter.api.Test;

/** The rules by hand and the interpreter give the same grades. */
class HandWrittenTest {

  private static final int BUSINESSES = 3_000;

  private final Population population = new PopulationGenerator(7, 1).generate(0, BUSINESSES);
  private final Grades expected = new Grades(BUSINESSES);

  @Test
  void columnsAgreeWithTheInterpreter() {
    new InterpreterPeer(population).grade(0, BUSINESSES, expected);
    Grades found = new Grades(BUSINESSES);
    new HandWrittenPeer(population).grade(0, BUSINESSES, found);
    for (int i = 0; i < BUSINESSES; i++) {
      assertThat(found.show(i)).as("business %d", i).isEqualTo(expected.show(i));
    }
  }
}
