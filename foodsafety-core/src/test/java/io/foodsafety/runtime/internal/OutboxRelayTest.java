package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.message.RelayReport;
import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The relay, killed at every step; another process then takes over. */
class OutboxRelayTest {

  private static final Topic TOPIC = Topic.of("city-events");
  private static final Duration LEASE = Duration.ofMillis(20);
  private static final int KEYS = 7;

  private final Storage storage =
      new MemoryStorageProvider().open(CitySchema.STORAGE, Config.parse(List.of(), Map.of()));

  /** What the broker has accepted, in order. */
  private final List<Message> accepted = new ArrayList<>();

  private static Message message(int number) {
    return Message.builder(
            "m" + number,
            "/test",
            "t",
            "k" + number % KEYS,
            Instant.parse("2024-05-06T07:08:09.123Z"))
        .data("text/plain", ("line 1\nline 2 of " + number).getBytes(StandardCharsets.UTF_8))
        .attribute("kind", "inspection")
        .build();
  }

  private List<Message> append(int from, int to) {
    List<Message> messages = new ArrayList<>();
    for (int number = from; number < to; number++) {
      messages.add(message(number));
    }
    storage.write(
        transaction -> {
          messages.forEach(
              each -> transaction.append(CitySchema.OUTBOX, new OutboxEntry(TOPIC, each).encode()));
          return true;
        });
    return messages;
  }

  private OutboxRelay relay(Mortal process) {
    return new OutboxRelay(
        new MortalStorage(storage, process), new MortalMessaging(process), LEASE);
  }

  @Test
  void killedAtAnyStepItLosesNothingAndKeepsOrderAndIds() throws InterruptedException {
    int kills = 0;
    int owed = 0;
    for (int step = 0; ; step++) {
      append(owed, owed + 230); // more than a batch
      owed += 230;
      Mortal process = new Mortal(step);
      try {
        relay(process).relay();
      } catch (Mortal.Killed e) {
        kills++;
      }
      if (!process.isDead()) {
        break;
      }
      takeOver();
      assertThat(new HashSet<>(accepted).size()).as("killed at step %d", step).isEqualTo(owed);
      step += step > 20 && step < 200 ? 17 : 0; // within a batch, one step is like another
    }
    assertThat(kills).isGreaterThan(40);
    takeOver(); // a relay that is slower than its lease stops without having died
    assertDelivered(owed);
    assertThat(accepted.size()).as("some were sent twice").isGreaterThan(owed);
  }

  /** Another process goes on when the lease has passed on. */
  private void takeOver() throws InterruptedException {
    OutboxRelay next = relay(new Mortal(Integer.MAX_VALUE));
    long start = System.nanoTime();
    while (!next.relay().complete()) {
      assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(20).toNanos());
      Thread.sleep(2);
    }
  }

  private void assertDelivered(int owed) {
    List<Message> first = new ArrayList<>(new LinkedHashSet<>(accepted));
    assertThat(first).as("duplicates are equal, ids included").hasSize(owed);
    Map<String, Integer> last = new HashMap<>();
    for (Message each : first) {
      int number = Integer.parseInt(each.id().substring(1));
      assertThat(each).isEqualTo(message(number));
      Integer before = last.put(each.key(), number);
      assertThat(before == null ? number % KEYS : before + KEYS).isEqualTo(number);
    }
  }

  @Test
  void whileAnotherProcessHasTheLeaseItDoesNothing() {
    append(0, 3);
    Lease lease = storage.tryLease("outbox", "another process", Duration.ofHours(1)).orElseThrow();
    assertThat(relay(new Mortal(1_000)).relay()).isEqualTo(RelayReport.NONE);
    assertThat(accepted).isEmpty();
    storage.release(lease);
    assertThat(relay(new Mortal(1_000)).relay())
        .isEqualTo(new RelayReport(3, 0, true, Optional.empty()));
  }

  @Test
  void whoeverHasLostTheLeaseStopsAndMovesNothingBack() {
    append(0, 250);
    Messaging slow =
        new MortalMessaging(new Mortal(Integer.MAX_VALUE)) {
          private boolean overtaken;

          @Override
          public void publish(Topic topic, List<Message> messages) {
            super.publish(topic, messages);
            if (!overtaken) {
              overtaken = true;
              overtake();
            }
          }
        };
    RelayReport report = new OutboxRelay(storage, slow, Duration.ofMillis(1)).relay();
    assertThat(report.complete()).isFalse();
    assertThat(report.sent()).isZero();
    assertDelivered(250);
    assertThat(relay(new Mortal(1_000)).relay())
        .isEqualTo(new RelayReport(0, 0, true, Optional.empty()));
  }

  private void overtake() {
    try {
      takeOver();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void entriesKeepEveryByte() {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    Message message =
        message(1).toBuilder()
            .data("application/octet-stream", every)
            .attribute("a", "é\"")
            .build();
    OutboxEntry entry = new OutboxEntry(TOPIC, message);
    assertThat(OutboxEntry.decode(entry.encode())).isEqualTo(entry);
    assertThatThrownBy(() -> OutboxEntry.decode("{}\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(StorageException.class);
  }

  /** The broker, as a process sees it: the process may die between any two messages. */
  private class MortalMessaging implements Messaging {
    private final Mortal process;

    MortalMessaging(Mortal process) {
      this.process = process;
    }

    @Override
    public void publish(Topic topic, List<Message> messages) {
      assertThat(topic).isEqualTo(TOPIC);
      for (Message each : messages) {
        process.step();
        accepted.add(each);
      }
      process.step();
    }

    @Override
    public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
