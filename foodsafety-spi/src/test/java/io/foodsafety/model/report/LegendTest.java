package io.foodsafety.model.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The four colours are looked at through the eyes of the colour-blind. */
class LegendTest {

  /** A difference that is seen at a glance; 2.3 is the least that is seen at all. */
  private static final double CLEARLY_DIFFERENT = 15;

  /** How eyes without one kind of cone see linear RGB, after Machado and others (2009). */
  @SuppressWarnings("ImmutableEnumChecker") // the matrix never changes
  enum Eyes {
    USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    private final double[] matrix;

    Eyes(double... matrix) {
      this.matrix = matrix;
    }
  }

  private static final Legend FOUR = Legend.fourColours("none", "A", "B", "C", "D");

  @ParameterizedTest
  @EnumSource
  void theFourColoursAreToldApartBy(Eyes eyes) {
    List<ColourClass> classes = FOUR.classes();
    for (int i = 0; i < classes.size(); i++) {
      for (int j = i + 1; j < classes.size(); j++) {
        String one = classes.get(i).colour();
        String other = classes.get(j).colour();
        assertThat(difference(lab(one, eyes), lab(other, eyes)))
            .as("%s and %s", one, other)
            .isGreaterThan(CLEARLY_DIFFERENT);
      }
    }
  }

  @Test
  void redAndGreenWouldNotBeToldApart() {
    assertThat(difference(lab("#c65102", Eyes.DEUTERANOPIA), lab("#6b7f00", Eyes.DEUTERANOPIA)))
        .isLessThan(CLEARLY_DIFFERENT);
  }

  @Test
  void everyColourHasAShapeOfItsOwn() {
    assertThat(FOUR.classes()).extracting(ColourClass::symbol).doesNotHaveDuplicates();
  }

  @Test
  void twoClassesOfOneIdAreRefused() {
    ColourClass red = FOUR.findClass("red").orElseThrow();
    assertThatThrownBy(() -> Legend.of(red, red))
        .hasMessage("The colour class (red) must not be there twice.");
  }

  private static double difference(double[] one, double[] other) {
    return Math.sqrt(
        Math.pow(one[0] - other[0], 2)
            + Math.pow(one[1] - other[1], 2)
            + Math.pow(one[2] - other[2], 2));
  }

  /** The colour in CIE L*a*b*, as seen by some eyes. */
  private static double[] lab(String colour, Eyes eyes) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
      rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        seen[i] += eyes.matrix[3 * i + j] * rgb[j];
      }
      seen[i] = Math.max(0, Math.min(1, seen[i]));
    }
    double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
    double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
