package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The network answers as the slow reference does, on networks in which everything collides. A
 * failure names its seed and the file with the fewest events that show it; {@code -Dtrace.seed=N}
 * runs one seed, {@code -Dtrace.seeds=N} that many.
 */
class TraceReferenceTest {

  private static final long FIRST = Long.getLong("trace.seed", 1);
  private static final long SEEDS =
      Long.getLong("trace.seeds", System.getProperty("trace.seed") == null ? 400 : 1);

  @Test
  void answersAreThoseOfTheReference() {
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      List<TraceEvent> events = new RandomTrace(seed).events();
      TraceQuestions questions = TraceQuestions.of(seed);
      if (TraceComparison.difference(events, questions).isPresent()) {
        List<TraceEvent> small =
            TraceComparison.shrink(
                events, fewer -> TraceComparison.difference(fewer, questions).isPresent());
        assertThat(TraceComparison.difference(small, questions))
            .as("seed %d. %s", seed, TraceFailures.write("reference-" + seed, small))
            .isEmpty();
      }
    }
  }

  @Test
  void answersDoNotDependOnTheOrderOfArrival() {
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      List<TraceEvent> events = new RandomTrace(seed).events();
      TraceQuestions questions = TraceQuestions.of(seed);
      List<String> atOnce =
          TraceComparison.answers(TraceNetwork.of(events, TraceComparison.ZONE), questions);
      for (long order = seed; order < seed + 2; order++) {
        TraceNetwork shuffled = TraceComparison.oneByOne(events, new Random(order));
        if (!TraceComparison.answers(shuffled, questions).equals(atOnce)) {
          failOnOrder(events, order, questions);
        }
      }
    }
  }

  private static void failOnOrder(List<TraceEvent> events, long order, TraceQuestions questions) {
    List<TraceEvent> small =
        TraceComparison.shrink(
            events, fewer -> TraceComparison.dependsOnOrder(fewer, order, questions));
    TraceNetwork shuffled = TraceComparison.oneByOne(small, new Random(order));
    TraceNetwork network = TraceNetwork.of(small, TraceComparison.ZONE);
    assertThat(TraceComparison.answers(shuffled, questions))
        .as("order %d. %s", order, TraceFailures.write("order-" + order, small))
        .isEqualTo(TraceComparison.answers(network, questions));
  }

  /** What failed once: each file of {@link TraceFailures#KEPT}, in its order and in others. */
  @Test
  void whatFailedOnceFailsNoMore() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(TraceFailures.KEPT)) {
      files = found.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      List<TraceEvent> events = TraceFailures.read(file);
      TraceQuestions questions = TraceQuestions.about(events);
      assertThat(questions.starts()).as("%s", file).isNotEmpty();
      assertThat(TraceComparison.difference(events, questions)).as("%s", file).isEmpty();
      for (long order = 0; order < 10; order++) {
        assertThat(TraceComparison.dependsOnOrder(events, order, questions))
            .as("%s, order %d", file, order)
            .isFalse();
      }
    }
  }

  /** What is written about a failure is what is read. */
  @Test
  void failuresAreKeptAsTheyWere() throws IOException {
    for (long seed = FIRST; seed < FIRST + 20; seed++) {
      List<TraceEvent> events = new RandomTrace(seed).events();
      String message = TraceFailures.write("round-trip", events);
      Path file = Path.of("target/trace-failures/round-trip.ndjson");
      assertThat(message).contains(file.toString(), TraceFailures.KEPT.toString());
      assertThat(TraceFailures.read(file)).isEqualTo(events);
    }
    Files.delete(Path.of("target/trace-failures/round-trip.ndjson"));
  }
}
