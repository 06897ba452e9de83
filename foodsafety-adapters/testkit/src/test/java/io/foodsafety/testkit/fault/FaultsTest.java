package io.foodsafety.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.testkit.storage.PlainStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each fault does, and that it does it when it should. */
class FaultsTest {

  private static final StorageSchema SCHEMA =
      new StorageSchema(List.of(CollectionSchema.of("docs")), Set.of("journal"));

  private final Storage plain = PlainStorage.open(SCHEMA);

  private static void record(Storage storage, String id) {
    storage.write(
        tx -> {
          tx.put(DocumentWrite.insert("docs", id, id.getBytes(UTF_8), Map.of()));
          tx.append("journal", id.getBytes(UTF_8));
          return id;
        });
  }

  private List<String> documents() {
    return plain.read(
        view -> view.query(Query.of("docs")).documents().stream().map(Object::toString).toList());
  }

  private int entries() {
    return plain.read(view -> view.readLog("journal", 0, 100).size());
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_WORK", "IN_WORK"})
  void nothingIsKeptOfAWriteThatFailedBeforeItsCommit(Failure failure) {
    Storage failing = FailingStorage.of(plain, FaultPlan.write(2, failure));
    record(failing, "a");
    assertThatThrownBy(() -> record(failing, "b")).isInstanceOf(StorageException.class);
    record(failing, "c");
    assertThat(documents()).containsExactly("a@1", "c@1");
    assertThat(entries()).isEqualTo(2);
  }

  @Test
  void everythingIsKeptOfAWriteThatFailedAfterItsCommit() {
    Storage failing = FailingStorage.of(plain, FaultPlan.write(1, Failure.AFTER_COMMIT));
    assertThatThrownBy(() -> record(failing, "a"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("unknown whether");
    assertThat(documents()).containsExactly("a@1");
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void aTransactionThatWasCutRefusesAllThatFollowsEvenIfTheWorkCatchesIt() {
    Storage failing = FailingStorage.of(plain, FaultPlan.write(1, Failure.IN_WORK));
    List<String> answers = new ArrayList<>();
    assertThatThrownBy(
            () ->
                failing.write(
                    tx -> {
                      for (String id : List.of("a", "b")) {
                        try {
                          tx.put(DocumentWrite.insert("docs", id, new byte[0], Map.of()));
                        } catch (StorageException e) {
                          answers.add(tx.getClass().getSimpleName());
                        }
                      }
                      assertThatThrownBy(() -> tx.get("docs", "a"))
                          .isInstanceOf(StorageException.class);
                      return true;
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("in the middle");
    assertThat(answers).hasSize(2);
    assertThat(documents()).isEmpty();
  }

  @Test
  void aReadFailsAtItsNumber() {
    Storage failing = FailingStorage.of(plain, FaultPlan.read(2));
    assertThat(failing.<Boolean>read(view -> true)).isTrue();
    record(failing, "a");
    assertThatThrownBy(() -> failing.read(view -> true)).isInstanceOf(StorageException.class);
    assertThat(failing.<Boolean>read(view -> true)).isTrue();
  }

  @Test
  void everyWorkIsRunTwiceAndCountsOnce() {
    AtomicInteger runs = new AtomicInteger();
    Storage repeating = RepeatingStorage.of(plain);
    int last =
        repeating.write(
            tx -> {
              tx.put(DocumentWrite.insert("docs", "a", new byte[0], Map.of()));
              tx.append("journal", new byte[0]);
              return runs.incrementAndGet();
            });
    assertThat(last).isEqualTo(2);
    assertThat(documents()).containsExactly("a@1");
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void aWorkThatFailsIsNotRunAgain() {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                RepeatingStorage.of(plain)
                    .write(
                        tx -> {
                          runs.incrementAndGet();
                          throw new IllegalStateException("mine");
                        }))
        .hasMessage("mine");
    assertThat(runs).hasValue(1);
  }

  @Test
  void aSlowWriteWaitsBeforeAndAfterItsWork() {
    Storage slow = SlowStorage.of(plain, Duration.ofMillis(50));
    long start = System.nanoTime();
    record(slow, "a");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    start = System.nanoTime();
    assertThat(slow.<Boolean>read(view -> true)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50));
  }

  @Test
  void aSeedGivesTheSameFailuresAgain() {
    List<Optional<Failure>> first = failures(FaultPlan.seeded(7, 30));
    assertThat(failures(FaultPlan.seeded(7, 30))).isEqualTo(first);
    assertThat(failures(FaultPlan.seeded(8, 30))).isNotEqualTo(first);
    for (Failure each : Failure.values()) {
      assertThat(first).contains(Optional.of(each));
    }
    assertThat(failures(FaultPlan.seeded(7, 0))).containsOnly(Optional.empty());
    assertThat(failures(FaultPlan.seeded(7, 100))).doesNotContain(Optional.empty());
    assertThatThrownBy(() -> FaultPlan.seeded(7, 101)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Optional<Failure>> failures(FaultPlan plan) {
    List<Optional<Failure>> failures = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      failures.add(plan.failure(FaultPlan.Call.WRITE, i));
    }
    return failures;
  }

  @Test
  void thePluginOffersTheStorageWithItsFaults() {
    FaultyStoragePlugin plugin =
        FaultyStoragePlugin.of(
            PlainStorage.provider(storage -> storage),
            storage -> FailingStorage.of(storage, FaultPlan.write(1, Failure.BEFORE_WORK)));
    assertThat(plugin.storageProviders()).containsExactly(plugin);
    assertThat(plugin.name()).isEqualTo(FaultyStoragePlugin.NAME);
    Config config = Config.parse(plugin.configKeys(), Map.of());
    assertThat(plugin.capabilities(config)).isEmpty();
    try (Storage storage = plugin.open(SCHEMA, config)) {
      assertThatThrownBy(() -> record(storage, "a")).isInstanceOf(StorageException.class);
      record(storage, "a");
    }
  }
}
