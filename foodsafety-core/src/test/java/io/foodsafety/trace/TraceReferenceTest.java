package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The network answers as the slow reference does, on networks in which everything collides. A
 * failure names its seed and the fewest events that show it; {@code -Dtrace.seed=N} runs one seed,
 * {@code -Dtrace.seeds=N} that many.
 */
class TraceReferenceTest {

  private static final long FIRST = Long.getLong("trace.seed", 1);
  private static final long SEEDS =
      Long.getLong("trace.seeds", System.getProperty("trace.seed") == null ? 400 : 1);

  @Test
  void answersAreThoseOfTheReference() {
    for (long each = FIRST; each < FIRST + SEEDS; each++) {
      long seed = each;
      List<TraceEvent> events = new RandomTrace(seed).events();
      Optional<String> difference = TraceComparison.difference(events, seed);
      if (difference.isPresent()) {
        List<TraceEvent> small =
            TraceComparison.shrink(
                events, fewer -> TraceComparison.difference(fewer, seed).isPresent());
        String shown = small.stream().map(Object::toString).collect(Collectors.joining("\n"));
        assertThat(TraceComparison.difference(small, seed))
            .as("seed %d, events\n%s", seed, shown)
            .isEmpty();
      }
    }
  }

  @Test
  void answersDoNotDependOnTheOrderOfArrival() {
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      List<TraceEvent> events = new RandomTrace(seed).events();
      List<String> atOnce =
          TraceComparison.answers(TraceNetwork.of(events, TraceComparison.ZONE), seed);
      for (int order = 0; order < 2; order++) {
        TraceNetwork shuffled = TraceComparison.oneByOne(events, new Random(seed + order));
        assertThat(TraceComparison.answers(shuffled, seed)).as("seed %d", seed).isEqualTo(atOnce);
      }
    }
  }
}
