package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspection;
import static io.foodsafety.runtime.Samples.restaurant;
import static io.foodsafety.runtime.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.testkit.fault.FailingStorage;
import io.foodsafety.testkit.fault.FaultPlan;
import io.foodsafety.testkit.fault.FaultyStoragePlugin;
import io.foodsafety.testkit.fault.RepeatingStorage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A host that asks again after each failure, on a storage that runs every work twice and fails now
 * and then, in the middle or after the commit: nothing is lost, nothing is there twice.
 */
class FaultyStorageTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
  private static final int STEPS = 300;
  private static final int IDS = 150;
  private static final int PERCENT = 15;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final AtomicBoolean failing = new AtomicBoolean();
  private final Map<String, Fact> facts = new TreeMap<>();
  private final TreeSet<String> withdrawn = new TreeSet<>();
  private final TreeSet<String> subjects = new TreeSet<>();
  private FoodSafety city;
  private int failures;

  @AfterEach
  void tearDown() {
    city.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whoeverAsksAgainLosesAndDoublesNothing(long seed) {
    FaultPlan chance = FaultPlan.seeded(seed, PERCENT);
    FaultPlan plan =
        (call, number) -> failing.get() ? chance.failure(call, number) : Optional.empty();
    FaultyStoragePlugin plugin =
        FaultyStoragePlugin.of(
            new MemoryStorageProvider(),
            storage -> RepeatingStorage.of(FailingStorage.of(storage, plan)));
    city =
        FoodSafety.builder()
            .withoutDiscovery()
            .plugin(plugin)
            .storage(FaultyStoragePlugin.NAME, Map.of())
            .clock(clock)
            .build();
    failing.set(true);
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(6)) {
        case 0 -> withdraw("F" + random.nextInt(IDS));
        case 1 -> register("S" + random.nextInt(10));
        case 2 -> untilDone(() -> city.advance(clock.instant()));
        default -> record(batch(random));
      }
    }
    failing.set(false);
    assertThat(failures).as("There were failures.").isGreaterThan(STEPS / 20);
    compare();
  }

  /** Up to four facts of different ids, some of them known, with the same content or another. */
  private static List<Fact> batch(Random random) {
    Map<String, Fact> batch = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String id = "F" + random.nextInt(IDS);
      batch.put(id, inspection(id, "2024-05-02", random.nextInt(2)));
    }
    return new ArrayList<>(batch.values());
  }

  private void record(List<Fact> batch) {
    int before = failures;
    List<RecordingResult> results = untilDone(() -> city.as(INSPECTOR).facts().recordAll(batch));
    for (int i = 0; i < batch.size(); i++) {
      Fact fact = batch.get(i);
      Fact known = facts.putIfAbsent(fact.id(), fact);
      Outcome outcome = results.get(i).outcome();
      if (known == null && failures > before) {
        assertThat(outcome).isIn(Outcome.RECORDED, Outcome.ALREADY_KNOWN);
      } else if (known == null) {
        assertThat(outcome).isEqualTo(Outcome.RECORDED);
      } else {
        assertThat(outcome).isEqualTo(known.equals(fact) ? Outcome.ALREADY_KNOWN : Outcome.REFUSED);
      }
    }
  }

  private void withdraw(String target) {
    Withdrawal withdrawal = withdrawal("W-" + target, target, "2024-05-03");
    RecordingResult result = untilDone(() -> city.as(INSPECTOR).facts().withdraw(withdrawal));
    assertThat(result.isStored()).isEqualTo(facts.containsKey(target));
    if (result.isStored()) {
      withdrawn.add("W-" + target);
    }
  }

  private void register(String id) {
    Subject subject = restaurant(id, 80);
    assertThat(untilDone(() -> city.as(INSPECTOR).subjects().register(subject)).isStored())
        .isTrue();
    subjects.add(id);
  }

  private <T> T untilDone(Supplier<T> action) {
    while (true) {
      try {
        return action.get();
      } catch (StorageException e) {
        assertThat(e).hasMessageContaining("on purpose");
        failures++;
      }
    }
  }

  private void compare() {
    Session session = city.as(INSPECTOR);
    assertThat(session.facts().list(FactQuery.all()))
        .containsExactlyInAnyOrderElementsOf(
            facts.values().stream()
                .map(fact -> fact.toBuilder().recordedAt(clock.instant()).build())
                .toList());
    assertThat(session.facts().list(FactQuery.all().countingOn(TODAY, ZoneOffset.UTC)))
        .as("What was withdrawn counts no longer.")
        .extracting(Fact::id)
        .containsExactlyInAnyOrderElementsOf(
            facts.keySet().stream().filter(id -> !withdrawn.contains("W-" + id)).toList());
    assertThat(session.subjects().list())
        .extracting(Subject::id)
        .containsExactlyInAnyOrderElementsOf(subjects);
    LedgerReport ledger = session.ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.entries())
        .as("One entry for each document, and one for the formats.")
        .isEqualTo(1L + facts.size() + withdrawn.size() + subjects.size());
  }
}
