package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.trace.TraceDirection;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city that keeps its network in a folder answers as one that does not. */
class TraceFolderTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");

  @TempDir Path folder;

  private final ProbeStorage storage = new ProbeStorage();

  private static TraceEvent event(int i) {
    return new TraceEvent.Transfer(
        "E" + i,
        Optional.empty(),
        Optional.empty(),
        "S" + i,
        "S" + (i + 1),
        Optional.empty(),
        List.of(TraceItem.lot("L")));
  }

  private static void capture(FoodSafety city, int from, int to) {
    city.as(INSPECTOR)
        .trace()
        .captureAll(IntStream.range(from, to).mapToObj(i -> event(i)).toList());
  }

  private static String answer(FoodSafety city) {
    return city.as(INSPECTOR)
        .trace()
        .trace(TraceQuery.of(TraceStart.lot("L"), TraceDirection.BOTH))
        .toJson(Locale.ENGLISH);
  }

  private void run(int from, int to) {
    try (FoodSafety city = storage.city().traceFolder(folder).build()) {
      capture(city, from, to);
      assertAnswers(city);
    }
  }

  private void assertAnswers(FoodSafety city) {
    try (FoodSafety fresh = storage.city().build()) {
      assertThat(answer(city)).isEqualTo(answer(fresh));
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  @Test
  void goesOnFromWhatWasKept() throws IOException {
    run(0, 20);
    assertThat(kept()).singleElement().asString().endsWith("network-%019d".formatted(200));
    Files.createDirectory(folder.resolve("network-%019d.unfinished".formatted(210)));
    run(20, 30);
    assertThat(kept()).singleElement().asString().endsWith("network-%019d".formatted(300));
    run(30, 30);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whatIsOpenedIsWhatIsKept() throws IOException {
    run(0, 20);
    Path log = kept().get(0).resolve("log");
    byte[] bytes = Files.readAllBytes(log);
    Files.delete(log);
    run(20, 20);
    assertThat(kept()).as("without a file it was built anew").hasSize(1);
    assertThat(Files.readAllBytes(log)).hasSameSizeAs(bytes);
  }

  @Test
  void damageIsFoundAndTheNetworkBuiltAnew() throws Exception {
    run(0, 20);
    Path records = kept().get(0).resolve("links.events");
    byte[] bytes = Files.readAllBytes(records);
    bytes[bytes.length - 1] ^= 1;
    Files.write(records, bytes);
    try (FoodSafety city = storage.city().traceFolder(folder).build()) {
      city.as(INSPECTOR).trace().position();
      for (int i = 0; i < 500 && !kept().isEmpty(); i++) {
        Thread.sleep(10); // until another thread has read it
      }
      assertThat(kept()).isEmpty();
      assertAnswers(city);
    }
    assertThat(kept()).hasSize(1);
    run(20, 21);
  }

  @Test
  void theNetworkOfAnotherStorageIsDropped() throws IOException {
    try (FoodSafety city = new ProbeStorage().city().traceFolder(folder).build()) {
      capture(city, 5, 25);
      assertThat(answer(city)).isNotEmpty();
    }
    assertThat(kept()).hasSize(1);
    run(0, 20);
    run(20, 22);
  }

  @Test
  void aNetworkNewerThanTheLogIsDropped() {
    run(0, 20);
    ProbeStorage restored = new ProbeStorage();
    try (FoodSafety city = restored.city().traceFolder(folder).build()) {
      capture(city, 0, 10);
      try (FoodSafety fresh = restored.city().build()) {
        assertThat(answer(city)).isEqualTo(answer(fresh));
      }
    }
  }

  @Test
  void aNetworkOfAnotherZoneIsDropped() {
    run(0, 20);
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    try (FoodSafety city = storage.city().zone(zone).traceFolder(folder).build();
        FoodSafety fresh = storage.city().zone(zone).build()) {
      assertThat(answer(city)).isEqualTo(answer(fresh));
    }
  }

  @Test
  void oneCityAtATimeUsesAFolder() throws IOException {
    try (FoodSafety first = storage.city().traceFolder(folder).build();
        FoodSafety second = storage.city().traceFolder(folder).build()) {
      capture(first, 0, 10);
      assertThat(second.as(INSPECTOR).trace().refresh()).isEqualTo(100);
      assertThat(answer(second)).isEqualTo(answer(first));
    }
    assertThat(kept()).hasSize(1);
  }

  @Test
  void findingsThatVanishedBeforeTheStartAreWithdrawn() {
    try (FoodSafety city = storage.city().traceFolder(folder).build()) {
      capture(city, 0, 1);
      city.advance(NOW);
      assertThat(findings(city)).isPositive();
    }
    try (FoodSafety city = storage.city().traceFolder(folder).build()) {
      city.as(INSPECTOR)
          .trace()
          .capture(new TraceEvent.Voiding("V", Optional.empty(), "E0", "typing error"));
      assertThat(city.as(INSPECTOR).trace().position()).isPositive();
    }
    try (FoodSafety city = storage.city().traceFolder(folder).build()) {
      city.advance(NOW);
      assertThat(findings(city)).isZero();
    }
  }

  private static long findings(FoodSafety city) {
    return city.as(INSPECTOR)
        .facts()
        .list(FactQuery.all().countingOn(NOW.atZone(ZoneOffset.UTC).toLocalDate(), ZoneOffset.UTC))
        .count();
  }
}
