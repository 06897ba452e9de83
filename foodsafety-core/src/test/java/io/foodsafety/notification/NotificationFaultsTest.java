package io.foodsafety.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NotificationException;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.testkit.fault.FailingStorage;
import io.foodsafety.testkit.fault.FaultPlan;
import io.foodsafety.testkit.fault.FaultyStoragePlugin;
import io.foodsafety.testkit.fault.RepeatingStorage;
import io.foodsafety.text.LocalText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A host that asks again after each failure, on a storage that runs every work twice and fails now
 * and then, also after the commit, with a channel that is out of order now and then: everybody is
 * told of each step, and each notice is settled once.
 */
class NotificationFaultsTest {

  private static final int NOTIFICATIONS = 25;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final AtomicBoolean failing = new AtomicBoolean();
  private final ProbeChannel sms = new ProbeChannel("sms");
  private int failures;

  private FoodSafety city(long seed) {
    FaultPlan chance = FaultPlan.seeded(seed, 15);
    FaultPlan plan =
        (call, number) -> failing.get() ? chance.failure(call, number) : Optional.empty();
    return FoodSafety.builder()
        .withoutDiscovery()
        .plugin(
            FaultyStoragePlugin.of(
                new MemoryStorageProvider(),
                storage -> RepeatingStorage.of(FailingStorage.of(storage, plan))))
        .plugin(sms)
        .storage(FaultyStoragePlugin.NAME, Map.of())
        .channel("sms", Map.of())
        .recipients(
            RecipientList.empty()
                .with(Recipient.of("P1"), Audience.of("inspector"))
                .with(Recipient.of("P2"), Audience.of("inspector"))
                .with(Recipient.of("P3"), Audience.of("head-of-office")))
        .clock(clock)
        .build();
  }

  private static Notification notification(int number) {
    LocalText words = new LocalText("字", "words");
    return Notification.of(
        "alert/" + number,
        words,
        words,
        List.of(
            ContactStage.of(Audience.of("inspector"))
                .remindAfter(Duration.ofHours(1))
                .escalateAfter(Duration.ofHours(2)),
            ContactStage.of(Audience.of("head-of-office"))));
  }

  private <T> T untilDone(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (StorageException e) {
        failures++;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoeverAsksAgainTellsEverybody(long seed) {
    Random random = new Random(seed);
    try (FoodSafety city = city(seed)) {
      NotificationService service = city.as(Actor.person("duty")).notifications();
      failing.set(true);
      for (int number = 0; number < NOTIFICATIONS; number++) {
        Notification next = notification(number);
        assertThat(untilDone(() -> service.send(next)).isStored()).isTrue();
        if (random.nextInt(3) == 0) {
          sms.fail("P1", new NotificationException("no network"));
        } else {
          sms.recover();
        }
        untilDone(() -> city.advance(clock.instant()));
        clock.pass(Duration.ofMinutes(20));
      }
      sms.recover();
      for (int i = 0; i < 20; i++) {
        clock.pass(Duration.ofMinutes(20));
        untilDone(() -> city.advance(clock.instant()));
      }
      failing.set(false);
      assertThat(failures).isGreaterThan(20);
      for (int number = 0; number < NOTIFICATIONS; number++) {
        assertThat(service.dispatches("alert/" + number))
            .extracting(each -> each.occasion() + " " + each.recipient() + " " + each.state())
            .containsExactlyInAnyOrder(
                "FIRST P1 DELIVERED",
                "FIRST P2 DELIVERED",
                "REMINDER P1 DELIVERED",
                "REMINDER P2 DELIVERED",
                "ESCALATION P3 DELIVERED");
      }
      city.advance(clock.instant());
      assertThat(city.as(Actor.person("duty")).ledger().verify().isSound()).isTrue();
    }
    assertIdsAreStable();
  }

  /** A notice that came twice has the id that it had. */
  private void assertIdsAreStable() {
    Map<String, String> ids = new TreeMap<>();
    for (Notice each : sms.delivered()) {
      String notice = each.notification() + " " + each.occasion() + " " + each.recipient();
      assertThat(ids.merge(notice, each.id(), (before, now) -> before)).isEqualTo(each.id());
    }
    assertThat(ids).hasSize(NOTIFICATIONS * 5);
  }
}
