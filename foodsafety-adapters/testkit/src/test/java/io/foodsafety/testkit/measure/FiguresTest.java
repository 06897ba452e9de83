package io.foodsafety.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

  @Test
  void aRunBeginsItsFileAnewAndAddsLines(@TempDir Path folder) {
    Path below = folder.resolve("measurements");
    Figures.in(below, "speed").add("of an earlier run");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Figures figures = Figures.in(below, "speed");
      figures.add("%,d a second", 1_234);
      figures.add("%.1f s, 100%%", 2.5);

      assertThat(figures.file()).isEqualTo(below.resolve("speed.txt"));
      assertThat(figures.file()).hasContent("1,234 a second\n2.5 s, 100%\n");
    } finally {
      Locale.setDefault(before);
    }
  }
}
