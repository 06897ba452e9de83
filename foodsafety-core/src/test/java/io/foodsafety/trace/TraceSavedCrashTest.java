package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that saves its network all the time is killed at a random moment. What it said was
 * saved is there, whatever is there is whole, and the next process goes on from it. More rounds:
 * {@code -Dtrace.crash.rounds=100}; the seed that a failure names: {@code -Dtrace.crash.seed=N}.
 */
class TraceSavedCrashTest {

  private static final int ROUNDS = Integer.getInteger("trace.crash.rounds", 4);
  private static final long SEED = Long.getLong("trace.crash.seed", System.nanoTime());
  private static final long EVENTS = 7;

  @TempDir Path folder;

  @Test
  void whatWasSavedSurvivesTheDeathOfTheProcess() throws Exception {
    Random random = new Random(SEED);
    List<TraceEvent> events = new RandomTrace(EVENTS).events();
    for (int round = 1; round <= ROUNDS; round++) {
      long said = killedAfter(random.nextInt(12), random.nextInt(40));
      Path newest = SavingChild.newest(folder).orElseThrow();
      TraceNetwork opened = TraceNetwork.open(newest, TraceComparison.ZONE);
      assertThat(opened.position()).as("seed %d, round %d", SEED, round).isBetween(said, said + 1);
      TraceNetwork replayed = TraceNetwork.empty(TraceComparison.ZONE);
      for (long position = 1; position <= opened.position(); position++) {
        replayed.capture(List.of(events.get((int) (position % events.size()))), position);
      }
      assertThat(TraceComparison.answers(opened, TraceQuestions.of(EVENTS)))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(TraceComparison.answers(replayed, TraceQuestions.of(EVENTS)));
    }
  }

  /** Lets a process save so many times, and a while longer; the last position that it said. */
  private long killedAfter(int saves, int millis) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SavingChild.class.getName(),
                folder.toString(),
                String.valueOf(EVENTS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    while (lines(said).size() <= saves) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(1);
    }
    Thread.sleep(millis);
    process.destroyForcibly().waitFor();
    List<String> lines = lines(said);
    return Long.parseLong(lines.get(lines.size() - 1));
  }

  /** Whole ones only. */
  private static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Where the classes are that the process needs, on a path of modules or of classes. */
  private static String classPath() throws URISyntaxException {
    List<Class<?>> needed =
        List.of(
            SavingChild.class,
            LiveNetwork.class,
            TraceEvent.class,
            JsonFactory.class,
            Assertions.class);
    List<String> places = new ArrayList<>();
    for (Class<?> each : needed) {
      places.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return places.stream().distinct().collect(Collectors.joining(File.pathSeparator));
  }
}
