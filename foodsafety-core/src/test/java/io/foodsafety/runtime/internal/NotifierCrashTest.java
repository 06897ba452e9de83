package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.notification.ContactStage;
import io.foodsafety.notification.Dispatch;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.NotificationReport;
import io.foodsafety.notification.NotificationService;
import io.foodsafety.notification.RecipientList;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.notification.RecipientDirectory;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.text.LocalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The notifier, killed at every step; another process then takes over. */
class NotifierCrashTest {

  private static final Duration LEASE = Duration.ofMillis(20);

  private static final RecipientDirectory PEOPLE =
      RecipientList.empty()
          .with(Recipient.of("P1"), Audience.of("inspector"))
          .with(Recipient.of("P2"), Audience.of("inspector"))
          .with(Recipient.of("P3"), Audience.of("head-of-office"));

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final Storage storage =
      new MemoryStorageProvider().open(CitySchema.STORAGE, Config.parse(List.of(), Map.of()));

  /** What the people have been handed, in order, with repetitions. */
  private final List<Notice> handed = new ArrayList<>();

  private Notifier notifier(Mortal process) {
    NotificationChannel channel =
        new NotificationChannel() {
          @Override
          public void deliver(Notice notice) {
            process.step();
            handed.add(notice);
            process.step();
          }

          @Override
          public void close() {}
        };
    return new Notifier(
        new MortalStorage(storage, process),
        new Journal(new MortalStorage(storage, process), clock, LedgerDigest.sha256()),
        new CityChannels(Map.of("sms", new CityChannels.Open(channel, false)), PEOPLE),
        LEASE);
  }

  private NotificationService service() {
    return new DefaultNotificationService(
        storage,
        new Journal(storage, clock, LedgerDigest.sha256()),
        Actor.person("duty"),
        Set.of("sms"),
        clock);
  }

  private void send(String id) {
    LocalText words = new LocalText("字", "words");
    service()
        .send(
            Notification.of(
                id,
                words,
                words,
                List.of(
                    ContactStage.of(Audience.of("inspector"))
                        .remindAfter(Duration.ofHours(1))
                        .escalateAfter(Duration.ofHours(2)),
                    ContactStage.of(Audience.of("head-of-office")))));
  }

  @Test
  void killedAtAnyStepItLosesNothingAndTakesNoStepTwice() throws InterruptedException {
    int kills = 0;
    for (int step = 0; ; step++) {
      String id = "alert/" + step;
      send(id);
      Mortal process = new Mortal(step);
      for (int hour = 0; hour < 3; hour++) { // the first telling, the reminder, the escalation
        try {
          notifier(process).advance(clock.instant());
        } catch (Mortal.Killed e) {
          kills++;
        }
        takeOver();
        clock.pass(Duration.ofHours(1));
      }
      assertTold(id, step);
      if (!process.isDead()) {
        break;
      }
    }
    assertThat(kills).isGreaterThan(40);
    Map<String, Notice> known = new LinkedHashMap<>();
    for (Notice each : handed) {
      Notice before = known.putIfAbsent(each.id(), each);
      if (before != null) {
        assertThat(key(each)).as("a duplicate is the same notice").isEqualTo(key(before));
      }
    }
    assertThat(handed.size()).as("some were handed over twice").isGreaterThan(known.size());
  }

  /** Another process goes on when the lease has passed on. */
  private void takeOver() throws InterruptedException {
    Notifier next = notifier(new Mortal(Integer.MAX_VALUE));
    long start = System.nanoTime();
    while (!next.advance(clock.instant()).complete()) {
      assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(20).toNanos());
      Thread.sleep(2);
    }
  }

  private void assertTold(String id, int step) {
    Set<String> expected =
        Set.of(
            id + " FIRST P1",
            id + " FIRST P2",
            id + " REMINDER P1",
            id + " REMINDER P2",
            id + " ESCALATION P3");
    Map<String, String> ids = new LinkedHashMap<>();
    handed.stream()
        .filter(each -> each.notification().equals(id))
        .forEach(each -> ids.put(each.id(), key(each)));
    assertThat(new TreeSet<>(ids.values())).as("killed at step %d", step).isEqualTo(expected);
    assertThat(ids).as("each has one id, killed at step %d", step).hasSize(expected.size());
    assertThat(service().dispatches(id))
        .as("each is settled once, killed at step %d", step)
        .hasSize(expected.size())
        .extracting(Dispatch::state)
        .containsOnly(Dispatch.State.DELIVERED);
  }

  private static String key(Notice notice) {
    return notice.notification() + " " + notice.occasion() + " " + notice.recipient();
  }

  @Test
  void whileAnotherProcessHasTheLeaseItDoesNothing() {
    send("alert/1");
    Lease lease =
        storage.tryLease("notifications", "another process", Duration.ofHours(1)).orElseThrow();
    assertThat(notifier(new Mortal(1_000)).advance(clock.instant()))
        .isEqualTo(NotificationReport.NONE);
    assertThat(handed).isEmpty();
    storage.release(lease);
    assertThat(notifier(new Mortal(1_000)).advance(clock.instant()).delivered()).isEqualTo(2);
  }

  @Test
  void twoProcessesAtOnceSettleEachNoticeOnce() {
    send("alert/1");
    Notifier other = notifier(new Mortal(1_000));
    boolean[] overtaken = {false};
    RecipientDirectory slow =
        new RecipientDirectory() {
          @Override
          public List<Recipient> list(Audience audience) {
            if (!overtaken[0]) {
              overtaken[0] = true;
              sleep(); // longer than the lease
              other.advance(clock.instant());
            }
            return PEOPLE.list(audience);
          }

          @Override
          public Optional<Recipient> find(String id) {
            return PEOPLE.find(id);
          }
        };
    Notifier overtakenOne =
        new Notifier(
            storage,
            new Journal(storage, clock, LedgerDigest.sha256()),
            new CityChannels(Map.of(), slow),
            Duration.ofMillis(1));
    NotificationReport report = overtakenOne.advance(clock.instant());
    assertThat(report.steps()).isZero();
    assertThat(handed).hasSize(2);
    assertThat(service().dispatches("alert/1")).hasSize(2);
  }

  private static void sleep() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
