package io.foodsafety.messaging.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.message.RelayReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.messaging.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that records and sends is killed, {@code foodsafety.outbox.rounds} times, 2 without
 * that property; another one goes on.
 */
class OutboxKafkaIT {

  private static final int ROUNDS = Integer.getInteger("foodsafety.outbox.rounds", 2);

  @TempDir Path folder;

  private final List<Message> delivered = new ArrayList<>();

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void whatWasRecordedIsToldHoweverOftenTheTellerIsKilled() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("city");
    String servers = KafkaBroker.shared().servers();
    Random random = new Random(Long.getLong("foodsafety.seed", 7));
    int acknowledged = -1;
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged = recordUntilKilled(url, servers, acknowledged + 1, random);
    }
    try (FoodSafety city = RelayingCity.open(url, servers)) {
      city.messages().subscribe(RelayingCity.TOPIC, "readers", this::note);
      sendTheRest(city);
      long stored = count(city);
      assertThat(stored).isGreaterThan(acknowledged);
      awaitDelivered(stored);
    }
    assertOrder();
  }

  private synchronized void note(Message message) {
    delivered.add(message);
  }

  /** Starts a city and kills it under load; the number of the last fact that it acknowledged. */
  private static int recordUntilKilled(String url, String servers, int first, Random random)
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
