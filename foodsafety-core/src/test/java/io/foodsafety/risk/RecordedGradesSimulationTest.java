package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.runtime.ProbeStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cities that live for two years with a leap day, in which anything arrives late or early, is
 * withdrawn, registered anew, merged and split, in which nobody calls advance for months, or it is
 * cut off, the rules are changed, or a clock is set back: the changes recorded are those of a plain
 * model, which grades every business on every day with what was known on it.
 */
class RecordedGradesSimulationTest {

  private static final int CITIES = Integer.getInteger("grades.cities", 6);

  @TempDir private Path folder;

  @Test
  void recordsWhatAPlainModelFinds() {
    int[] changes = new int[1];
    Seeded.check(
        CITIES,
        random -> {
          List<List<Path>> policies =
              List.of(
                  random.nextInt(3) == 0
                      ? List.of(random(random))
                      : SimulatedPolicies.write(folder, "a", random),
                  SimulatedPolicies.write(folder, "b", random));
          SimulatedCity city = new SimulatedCity(new ProbeStorage(), policies, random);
          changes[0] += city.live();
        });
    assertThat(changes[0]).as("changes in all cities").isGreaterThan(CITIES * 20);
  }

  private Path random(Random random) {
    return SimulatedPolicies.write(folder, "random", new RandomPolicy(random).next());
  }
}
