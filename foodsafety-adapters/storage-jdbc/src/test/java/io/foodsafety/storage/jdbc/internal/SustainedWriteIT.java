package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.testkit.measure.Figures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short form of {@link SustainedWrite}: both write the same rows, and the city is not slower by
 * an order of magnitude. The figures of a long run are in {@code docs/reliability.md}.
 */
class SustainedWriteIT {

  private static final double FLOOR = 0.1;

  @TempDir private Path folder;

  @Test
  void onH2() throws Exception {
    SustainedWrite run = SustainedWrite.onH2(folder.resolve("city").toString(), 4_000, 2);
    assertThat(run.measure(2, Figures.in(folder, "h2"))).isGreaterThan(FLOOR);
  }

  @Test
  void onPostgres() throws Exception {
    SustainedWrite run = SustainedWrite.onPostgres(4_000, 2);
    assertThat(run.measure(2, Figures.in(folder, "postgresql"))).isGreaterThan(FLOOR);
  }
}
