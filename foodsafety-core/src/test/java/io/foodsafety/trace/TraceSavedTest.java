package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that was saved goes on as if it had not been; {@code -Dtrace.saved=N} for more. */
class TraceSavedTest {

  private static final long SEEDS = Long.getLong("trace.saved", 12);

  @TempDir Path folder;

  @Test
  void answersAreThoseOfANetworkThatWasNeverSaved() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<TraceEvent> events = new ArrayList<>(new RandomTrace(seed).events());
      TraceQuestions questions = TraceQuestions.of(seed);
      Random random = new Random(seed);
      Collections.shuffle(events, random);
      LiveNetwork network = new LiveNetwork(TraceComparison.ZONE, random.nextInt(8));
      for (int i = 0; i < events.size(); i++) {
        network.capture(events.subList(i, i + 1), i + 1);
        if (random.nextInt(events.size()) < 3) {
          network = reopened(network, random.nextInt(8));
          assertThat(network.position()).isEqualTo(i + 1);
        }
      }
      network.capture(events, events.size()); // known, with the same content
      List<String> expected =
          TraceComparison.answers(TraceNetwork.of(events, TraceComparison.ZONE), questions);
      assertThat(TraceComparison.answers(reopened(network, 3), questions))
          .as("seed %d", seed)
          .isEqualTo(expected);
      assertThat(TraceComparison.answers(network, questions))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  private LiveNetwork reopened(LiveNetwork network, int rebaseFrom) throws IOException {
    Path directory = folder.resolve("network");
    ColumnWriter.delete(directory);
    network.save(directory);
    return LiveNetwork.open(new ColumnReader(directory), TraceComparison.ZONE, rebaseFrom);
  }

  @Test
  void aNetworkWithoutEventsCanBeSaved() throws IOException {
    TraceNetwork.empty(TraceComparison.ZONE).save(folder.resolve("empty"));
    TraceNetwork opened = TraceNetwork.open(folder.resolve("empty"), TraceComparison.ZONE);
    assertThat(opened.position()).isZero();
    List<TraceEvent> events = new RandomTrace(1).events();
    opened.capture(events, 1);
    assertThat(TraceComparison.answers(opened, TraceQuestions.of(1)))
        .hasSameSizeAs(
            TraceComparison.answers(
                TraceNetwork.of(events, TraceComparison.ZONE), TraceQuestions.of(1)));
  }

  @Test
  void anyDamageIsSeen() throws IOException {
    Path directory = folder.resolve("damaged");
    TraceNetwork.of(new RandomTrace(3).events(), TraceComparison.ZONE).save(directory);
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(30);
    Random random = new Random(5);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThatThrownBy(() -> TraceNetwork.open(directory, TraceComparison.ZONE))
          .as(file.toString())
          .isInstanceOf(IOException.class);
      Files.delete(file);
      assertThatThrownBy(() -> TraceNetwork.open(directory, TraceComparison.ZONE))
          .isInstanceOf(IOException.class);
      Files.write(file, whole);
    }
    assertThat(TraceNetwork.open(directory, TraceComparison.ZONE).position()).isPositive();
  }

  @Test
  void anotherZoneIsRefused() throws IOException {
    Path directory = folder.resolve("zone");
    TraceNetwork.empty(TraceComparison.ZONE).save(directory);
    assertThatThrownBy(() -> TraceNetwork.open(directory, ZoneId.of("Pacific/Chatham")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Pacific/Chatham");
  }
}
