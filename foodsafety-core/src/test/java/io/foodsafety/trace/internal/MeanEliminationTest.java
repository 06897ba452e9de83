package io.foodsafety.trace.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The solution solves the equations, and is found however little leads out of a circle. */
class MeanEliminationTest {

  @Test
  void theSolutionSolvesTheEquations() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int size = 1 + random.nextInt(12);
      double[][] weights = new double[size][size];
      double[] ones = new double[size];
      double[] zeros = new double[size];
      MeanElimination means = new MeanElimination(size, Integer.MAX_VALUE);
      for (int i = 0; i < size; i++) {
        for (int part = 0; part < 3; part++) {
          int j = random.nextInt(size);
          double weight = 1 + random.nextInt(9);
          weights[i][j] += weight;
          means.addPart(i, j, weight);
        }
        ones[i] = random.nextInt(3);
        zeros[i] = 1 + random.nextInt(3);
        means.addKnown(i, 1, ones[i]);
        means.addKnown(i, 0, zeros[i]);
      }
      double[] solution = new double[size];

      assertThat(means.solve(solution)).isTrue();
      for (int i = 0; i < size; i++) {
        double weighted = ones[i];
        double weight = ones[i] + zeros[i];
        for (int j = 0; j < size; j++) {
          weighted += weights[i][j] * solution[j];
          weight += weights[i][j];
        }
        assertThat(solution[i]).as("seed %d", seed).isCloseTo(weighted / weight, within(1e-12));
      }
    }
  }

  @Test
  void aTrillionthThatComesFromOutsideDecides() {
    MeanElimination means = new MeanElimination(2, 100);
    means.addPart(0, 1, 1e15);
    means.addPart(1, 0, 1e15);
    means.addKnown(0, 1, 3e-3);
    means.addKnown(1, 0, 1e-3);
    double[] solution = new double[2];

    assertThat(means.solve(solution)).isTrue();
    assertThat(solution[0]).isCloseTo(0.75, within(1e-12));
    assertThat(solution[1]).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void whatDependsOnNothingElseIsNothing() {
    MeanElimination means = new MeanElimination(3, 100);
    means.addPart(0, 1, 2);
    means.addPart(1, 0, 2);
    means.addPart(2, 0, 1);
    means.addKnown(2, 1, 1);
    double[] solution = new double[3];

    assertThat(means.solve(solution)).isTrue();
    assertThat(solution).containsExactly(0, 0, 0.5);
  }

  @Test
  void moreStepsThanAllowedAreNotTaken() {
    MeanElimination means = new MeanElimination(2, 1);
    means.addPart(0, 1, 1);
    means.addPart(1, 0, 1);
    means.addKnown(0, 1, 1);
    means.addKnown(1, 1, 1);

    assertThat(means.solve(new double[2])).isFalse();
  }
}
