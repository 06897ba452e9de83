package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.message.EventType;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.testkit.measure.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is stopped and started under eight writers and a city that sends messages, killed and
 * in order by turns. The city stays open; what failed is repeated. {@code docs/reliability.md} has
 * the command of a series.
 */
class PostgresRoundsIT {

  private static final Topic TOPIC = Topic.of("stops");
  private static final Actor ACTOR = Actor.system("load");
  private static final int WRITERS = 8;
  private static final int PIECE = 20;

  /** Facts acknowledged at least before a stop, and after it. */
  private static final int LOAD = 40 * PIECE;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  /** The number of each writer's next fact. */
  private final int[] next = new int[WRITERS];

  /** What was delivered, by id, in the order of the first delivery. */
  private final Map<String, Message> delivered = new LinkedHashMap<>();

  private volatile boolean stop;

  @TempDir private Path folder;

  @Test
  @Timeout(value = 120, unit = TimeUnit.MINUTES)
  void nothingIsLostWhileTheServerIsStoppedAndStarted() throws Exception {
    try (CrashServer server = new CrashServer(Files.createDirectory(folder.resolve("data")));
        FoodSafety city = open(server.newDatabase("city"))) {
      city.messages().subscribe(TOPIC, "readers", this::note);
      Series.of("stop-postgres", 3).run((number, random) -> round(city, server, number, random));
    }
  }

  private static FoodSafety open(String url) {
    // A short wait for a connection: some calls fail, and are repeated.
    return FoodSafety.builder()
        .storage("jdbc", Map.of("url", url, "user", "postgres", "pool", "12", "timeout", "PT2S"))
        .publishing(TOPIC, EventType.FACT_RECORDED)
        .build();
  }

  private String round(FoodSafety city, CrashServer server, int number, Random random)
      throws Exception {
    int failed = failures.get();
    List<Thread> load = start(city);
    awaitLoad();
    Thread.sleep(random.nextInt(300));
    if (number % 2 == 0) {
      server.terminate();
    } else {
      server.kill();
    }
    Thread.sleep(random.nextInt(500));
    server.restart();
    awaitLoad();
    stop = true;
    for (Thread each : load) {
      each.join(TimeUnit.MINUTES.toMillis(2));
      assertThat(each.isAlive()).as("%s goes on after a stop", each.getName()).isFalse();
    }
    sendTheRest(city);
    check(city.as(ACTOR));
    return "%s; %d facts in all, %d calls failed and were repeated"
        .formatted(
            number % 2 == 0 ? "stopped" : "killed", acknowledged.get(), failures.get() - failed);
  }

  private List<Thread> start(FoodSafety city) {
    stop = false;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      threads.add(new Thread(() -> write(city.as(ACTOR), writer), "writer " + i));
    }
    threads.add(new Thread(() -> advance(city), "advance"));
    threads.forEach(Thread::start);
    return threads;
  }

  private void write(Session session, int writer) {
    while (!stop) {
      List<Fact> piece = new ArrayList<>();
      for (int i = 0; i < PIECE; i++) {
        piece.add(fact(writer, next[writer] + i));
      }
      untilItWorks(() -> session.facts().recordAll(piece));
      next[writer] += PIECE;
      acknowledged.addAndGet(PIECE);
    }
  }

  private void advance(FoodSafety city) {
    while (!stop) {
      untilItWorks(() -> city.advance(Instant.now()));
    }
  }

  /** The same facts again do no harm, whether the failed call has stored them or not. */
  private void untilItWorks(Runnable call) {
    while (true) {
      try {
        call.run();
        return;
      } catch (StorageException e) {
        failures.incrementAndGet();
      }
    }
  }

  private static Fact fact(int writer, int number) {
    return Fact.builder(
            "F" + writer + "-" + number,
            "inspection",
            SubjectRef.business("S" + writer),
            Moment.parse("2024-05-02"))
        .attribute("score", AttributeValue.decimal(number % 100))
        .build();
  }

  private void note(Message message) {
    synchronized (delivered) {
      Message before = delivered.putIfAbsent(message.id(), message);
      assertThat(before == null ? message : before)
          .as("what is sent again is the same")
          .isEqualTo(message);
    }
  }

  private void awaitLoad() throws InterruptedException {
    int before = acknowledged.get();
    await(() -> acknowledged.get() >= before + LOAD, "facts");
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("waiting for %s", what)
          .isLessThan(TimeUnit.SECONDS.toNanos(120));
      Thread.sleep(10);
    }
  }

  private void sendTheRest(FoodSafety city) throws InterruptedException {
    await(() -> city.messages().relay().complete(), "the messages that wait");
    await(() -> deliveredCount() == acknowledged.get(), "their delivery");
  }

  private int deliveredCount() {
    synchronized (delivered) {
      return delivered.size();
    }
  }

  private void check(Session session) {
    assertThat(session.facts().list(FactQuery.all()).count()).isEqualTo(acknowledged.get());
    LedgerReport ledger = session.ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.entries()).isEqualTo(ledger.documents());
    Map<String, Integer> last = new HashMap<>();
    synchronized (delivered) {
      for (Message each : delivered.values()) {
        int number = Integer.parseInt(each.id().replaceAll("facts/F\\d+-(\\d+)@1", "$1"));
        Integer before = last.put(each.key(), number);
        assertThat(number).as("order of %s", each.key()).isEqualTo(before == null ? 0 : before + 1);
      }
    }
  }
}
