package io.foodsafety.examples.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.message.EventType;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.measure.Series;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mixed load on an H2 file for {@code foodsafety.soak.seconds}, 60 without that property: the heap
 * is flat after the first third, the ledger is sound, and when the city is closed no thread and no
 * open file is left behind. {@code docs/reliability.md} has the command of half an hour.
 */
class SoakIT {

  private static final long SECONDS = Long.getLong("foodsafety.soak.seconds", 60);
  private static final Path POLICY =
      Path.of(System.getProperty("foodsafety.root"), "examples/policies/food-hygiene-rating.json");

  private static final long MEGABYTE = 1 << 20;

  /** What H2's cache of {@link #CACHE} and the collector's own inexactness may take. */
  private static final long MOST_GROWTH = 16 * MEGABYTE;

  private static final String CACHE = ";CACHE_SIZE=8192;MAX_COMPACT_TIME=50";

  @TempDir private Path folder;

  @Test
  @Timeout(value = 180, unit = TimeUnit.MINUTES)
  void leavesNothingBehind() throws Exception {
    short warming = 2;
    soak(Files.createDirectory(folder.resolve("warming")), 1, warming);
    Series.of("soak", 1)
        .run(
            (number, random) ->
                soak(
                    Files.createDirectory(folder.resolve("round" + number)),
                    random.nextLong(),
                    SECONDS));
  }

  private static FoodSafety open(Path place) {
    return FoodSafety.builder()
        .storage("jdbc", Map.of("url", "jdbc:h2:file:" + place.resolve("city") + CACHE))
        .policy(POLICY)
        .publishing(Topic.of("soak"), EventType.FACT_RECORDED)
        .build();
  }

  private static String soak(Path place, long seed, long seconds) throws Exception {
    Set<String> threads = threads();
    long files = openFiles();
    String result;
    try (FoodSafety city = open(place)) {
      MixedLoad load = new MixedLoad(city, seed);
      load.run(Math.max(1, seconds / 3));
      long early = usedHeap();
      load.run(Math.max(1, seconds - seconds / 3));
      long late = usedHeap();
      assertThat(late - early).as("growth of the heap in bytes").isLessThan(MOST_GROWTH);
      check(city, load);
      result =
          "%d s, %s; heap %.1f MB, then %.1f MB"
              .formatted(seconds, load, early / (double) MEGABYTE, late / (double) MEGABYTE);
    }
    assertThat(left(threads)).as("threads left behind").isEmpty();
    assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files);
    return result;
  }

  private static void check(FoodSafety city, MixedLoad load) {
    assertThat(city.advance(Instant.now()).complete()).isTrue();
    Session session = city.as(Actor.system("soak"));
    FactQuery inspections = FactQuery.all().ofKind("hygiene-inspection");
    assertThat(session.facts().list(inspections).count()).isEqualTo(load.facts());
    LedgerReport ledger = session.ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.unsealed()).isZero();
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(thread -> thread.getName() + " " + thread.getId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The threads that are new, once those that are ending have ended. */
  private static Set<String> left(Set<String> before) throws InterruptedException {
    Set<String> left = threads();
    for (int i = 0; i < 100; i++) {
      left = threads();
      left.removeAll(before);
      if (left.isEmpty()) {
        return left;
      }
      Thread.sleep(100);
    }
    return left;
  }

  /** 0 where the system does not say. */
  private static long openFiles() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
  }
}
