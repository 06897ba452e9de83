package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspections;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");

  private final ProbeStorage storage = new ProbeStorage();
  private FoodSafety city;

  @BeforeEach
  void setUp() {
    city = storage.city().clock(new SettableClock(NOW.toString())).build();
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  private LedgerReport verify() {
    return city.as(INSPECTOR).ledger().verify();
  }

  @Test
  void sealsInBlocksAndThenHasNothingToDo() {
    city.as(INSPECTOR).facts().recordAll(inspections(2_500).toList());
    AdvanceReport report = city.advance(NOW);
    assertThat(report.sealedEntries()).isEqualTo(2_501);
    assertThat(report.seals()).isEqualTo(3);
    assertThat(report.sealedTo()).isEqualTo(25_010);
    assertThat(report.complete()).isTrue();
    assertThat(report.head()).isEqualTo(verify().head());

    AdvanceReport again = city.advance(NOW.plusSeconds(60));
    assertThat(again.sealedEntries()).isZero();
    assertThat(again.head()).isEqualTo(report.head());
    assertThat(again.complete()).isTrue();
    assertThat(verify().isSound()).isTrue();
  }

  @Test
  void goesOnAfterAFailureInTheMiddle() {
    city.as(INSPECTOR).facts().recordAll(inspections(2_500).toList());
    storage.failAfter(1);
    assertThatThrownBy(() -> city.advance(NOW)).isInstanceOf(StorageException.class);
    storage.recover();
    assertThat(verify().sealed()).isEqualTo(1_000);
    assertThat(verify().unsealed()).isEqualTo(1_501);

    AdvanceReport report = city.advance(NOW);
    assertThat(report.sealedEntries()).isEqualTo(1_501);
    assertThat(verify().isSound()).isTrue();
    assertThat(verify().unsealed()).isZero();
  }

  @Test
  void leavesItToAnotherProcessThatIsAtIt() {
    Lease lease =
        storage.raw().tryLease("advance", "another process", Duration.ofMinutes(1)).orElseThrow();
    AdvanceReport report = city.advance(NOW);
    assertThat(report.complete()).isFalse();
    assertThat(report.sealedEntries()).isZero();
    storage.raw().release(lease);
    assertThat(city.advance(NOW).complete()).isTrue();
  }

  @Test
  void severalThreadsAndCitiesMakeOneChain() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (FoodSafety other = storage.city().build()) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int from = i * 100;
        FoodSafety each = i % 2 == 0 ? city : other;
        done.add(
            threads.submit(
                () -> {
                  for (int j = from; j < from + 100; j += 10) {
                    each.as(INSPECTOR).facts().recordAll(inspections(j + 10).skip(j).toList());
                    each.advance(NOW);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    city.advance(NOW);
    LedgerReport report = verify();
    assertThat(report.faults()).isEmpty();
    assertThat(report.unsealed()).isZero();
    assertThat(report.entries()).isEqualTo(801);
  }

  @Test
  void doesNotContinueAChainWhoseEndItCannotRead() {
    city.advance(NOW);
    storage.rewrite("ledger_seals", 10, "garbage".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> city.advance(NOW))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("ledger verify");
  }
}
