package io.foodsafety.messaging.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.message.RelayReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that records and sends is killed twice; another one goes on: on an H2 file once it is
 * started, on PostgreSQL one that was sending beside it all the time.
 */
class OutboxKafkaIT {

  private static final int ROUNDS = 2;

  @TempDir Path folder;

  private final String servers = KafkaBroker.shared().servers();
  private final Random random = new Random(Long.getLong("foodsafety.seed", 7));
  private final List<Message> delivered = new ArrayList<>();
  private volatile boolean stop;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whatWasRecordedIsToldHoweverOftenTheTellerIsKilled() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("city");
    Topic topic = Topic.of("outbox-one-after-another");
    int acknowledged = -1;
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged = recordUntilKilled(url, topic, acknowledged + 1);
    }
    try (FoodSafety city = RelayingCity.open(url, servers, topic)) {
      city.messages().subscribe(topic, "readers", this::note);
      sendTheRest(city);
      long stored = count(city);
      assertThat(stored).isGreaterThan(acknowledged);
      awaitDelivered(stored);
    }
    assertOrder();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aSecondProcessOnOneDatabaseTakesOver() throws Exception {
    Topic topic = Topic.of("outbox-side-by-side");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start()) {
      String url = "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
      try (FoodSafety beside = RelayingCity.open(url, servers, topic)) {
        beside.messages().subscribe(topic, "readers", this::note);
        AtomicLong sent = new AtomicLong();
        Thread relaying = new Thread(() -> relay(beside, sent), "second process");
        relaying.start();
        int acknowledged = -1;
        for (int round = 0; round < ROUNDS; round++) {
          acknowledged = recordUntilKilled(url, topic, acknowledged + 1);
          assertThat(count(beside)).isGreaterThan(acknowledged);
          awaitDelivered(count(beside));
        }
        stop = true;
        relaying.join(TimeUnit.MINUTES.toMillis(1));
        assertThat(relaying.isAlive()).isFalse();
        assertThat(sent).as("messages sent by the second process").hasPositiveValue();
      }
    }
    assertOrder();
  }

  /** Sends whatever is left to it, beside the one that is going to be killed. */
  private void relay(FoodSafety city, AtomicLong sent) {
    while (!stop) {
      sent.addAndGet(city.messages().relay().sent());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private synchronized void note(Message message) {
    delivered.add(message);
  }

  /** Starts a city and kills it under load; the number of the last fact that it acknowledged. */
  private int recordUntilKilled(String url, Topic topic, int first)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RelayingCity.class.getName(),
                url,
                servers,
                topic.name(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int wanted = first + 200 + random.nextInt(400);
    int last = first - 1;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = Integer.parseInt(line);
        if (last == wanted) {
          process.toHandle().destroyForcibly(); // the process itself would close the lines, too
        }
      }
    }
    process.waitFor();
    assertThat(last).as("it went on until it was killed").isGreaterThanOrEqualTo(wanted);
    return last;
  }

  /** The lease of the one that was killed passes on. */
  private static void sendTheRest(FoodSafety city) throws InterruptedException {
    long start = System.nanoTime();
    RelayReport report = city.messages().relay();
    while (!report.complete()) {
      assertThat(report.problem()).isEmpty();
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
      Thread.sleep(100);
      report = city.messages().relay();
    }
  }

  private static long count(FoodSafety city) {
    return city.as(Actor.system("test")).facts().list(FactQuery.all().ofKind("inspection")).count();
  }

  private void awaitDelivered(long stored) throws InterruptedException {
    long start = System.nanoTime();
    while (byId().size() < stored) {
      assertThat(System.nanoTime() - start)
          .as("%d facts, %d told", stored, byId().size())
          .isLessThan(TimeUnit.SECONDS.toNanos(60));
      Thread.sleep(50);
    }
    assertThat(byId()).hasSize((int) stored);
  }

  /** The messages by id; one that came again must be the same. */
  private synchronized Map<String, Message> byId() {
    Map<String, Message> messages = new LinkedHashMap<>();
    for (Message each : delivered) {
      Message before = messages.putIfAbsent(each.id(), each);
      assertThat(before == null ? each : before).isEqualTo(each);
    }
    return messages;
  }

  private void assertOrder() {
    Map<String, Integer> last = new HashMap<>();
    for (Message each : byId().values()) {
      int number = Integer.parseInt(each.id().replaceAll("facts/F(\\d+)@1", "$1"));
      Integer before = last.put(each.key(), number);
      assertThat(
              before == null ? number % RelayingCity.BUSINESSES : before + RelayingCity.BUSINESSES)
          .as("order of %s", each.key())
          .isEqualTo(number);
    }
  }
}
