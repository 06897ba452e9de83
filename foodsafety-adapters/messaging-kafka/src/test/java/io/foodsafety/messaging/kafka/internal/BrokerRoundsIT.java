package io.foodsafety.messaging.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.measure.Figures;
import io.foodsafety.testkit.measure.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The broker is stopped and started under load, killed and in order by turns: three times, or as
 * often as a series wants ({@code docs/reliability.md}).
 */
class BrokerRoundsIT {

  private static final Topic TOPIC = Topic.of("rounds");
  private static final int KEYS = 10;
  private static final int PIECE = 3 * KEYS;

  /** Messages delivered at least between two stops. */
  private static final int LOAD = 20 * PIECE;

  private static final long PAUSE_MILLIS = 5;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger published = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  private volatile Messaging publisher;

  /** What both members of the group were handed, in the order of the hand-overs. */
  private final List<Message> delivered = new ArrayList<>();

  private final BitSet numbers = new BitSet();

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void everyMessageIsDeliveredInOrder() throws Exception {
    Thread load = new Thread(this::publishUntilStopped, "load");
    int rounds;
    try (KafkaBroker broker = KafkaBroker.start();
        Messaging one = open(broker);
        Messaging other = open(broker)) {
      one.subscribe(TOPIC, "readers", this::note);
      other.subscribe(TOPIC, "readers", this::note);
      publisher = one;
      load.start();
      rounds =
          Series.of("stop-kafka", 3)
              .run((number, random) -> round(broker, number % 2 == 0, random));
      stop.set(true);
      load.join(TimeUnit.MINUTES.toMillis(2));
      assertThat(load.isAlive()).as("publishing goes on after every stop").isFalse();
      await(() -> deliveredTo() == published.get(), "all messages");
    }
    assertOrder();
    Figures.of("kafka-rounds")
        .add(
            "%d stops, %d messages, %d delivered again, %d failed publications",
            rounds, published.get(), delivered.size() - published.get(), failures.get());
  }

  private String round(KafkaBroker broker, boolean orderly, Random random)
      throws InterruptedException {
    awaitLoad();
    Thread.sleep(random.nextInt(300));
    int due = published.get();
    if (orderly) {
      broker.terminate();
    } else {
      broker.kill();
    }
    Thread.sleep(random.nextInt(500));
    broker.resume();
    awaitLoad();
    await(() -> deliveredTo() >= due, "the messages of before the stop");
    assertOrder();
    return "%s; %d messages in all, %d failed publications"
        .formatted(orderly ? "stopped" : "killed", published.get(), failures.get());
  }

  private void awaitLoad() throws InterruptedException {
    int before = deliveredCount();
    await(() -> deliveredCount() > before + LOAD, "messages between the stops");
  }

  private static Messaging open(KafkaBroker broker) {
    Map<String, String> settings = new HashMap<>(broker.settings());
    settings.put("timeout", "PT3S"); // shorter than some stops: publishing fails and is repeated
    KafkaMessagingProvider provider = new KafkaMessagingProvider();
    return provider.open(Config.parse(provider.configKeys(), settings));
  }

  private void publishUntilStopped() {
    while (!stop.get()) {
      int first = published.get();
      List<Message> piece = new ArrayList<>();
      for (int number = first; number < first + PIECE; number++) {
        piece.add(message(number));
      }
      publish(piece);
      published.addAndGet(PIECE);
      sleep();
    }
  }

  /** Publishes again until all are accepted. */
  private void publish(List<Message> piece) {
    while (true) {
      try {
        publisher.publish(TOPIC, piece);
        return;
      } catch (MessagingException e) {
        failures.incrementAndGet();
        sleep();
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Message message(int number) {
    return Message.builder("" + number, "/test", "t", "k" + number % KEYS, Instant.EPOCH).build();
  }

  private void note(Message message) {
    synchronized (delivered) {
      delivered.add(message);
      numbers.set(Integer.parseInt(message.id()));
    }
  }

  private int deliveredCount() {
    synchronized (delivered) {
      return delivered.size();
    }
  }

  private List<Message> deliveredSoFar() {
    synchronized (delivered) {
      return List.copyOf(delivered);
    }
  }

  /** How many of the first messages were all delivered. */
  private int deliveredTo() {
    synchronized (delivered) {
      return numbers.nextClearBit(0);
    }
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("waiting for %s; %d published, %d delivered", what, published.get(), deliveredCount())
          .isLessThan(TimeUnit.SECONDS.toNanos(90));
      Thread.sleep(20);
    }
  }

  private void assertOrder() {
    Map<String, Integer> last = new HashMap<>();
    for (Message each : deliveredSoFar()) {
      int number = Integer.parseInt(each.id());
      assertThat(each).as("a message delivered again is the same").isEqualTo(message(number));
      int expected = last.containsKey(each.key()) ? last.get(each.key()) + KEYS : number % KEYS;
      assertThat(number).as("order of key %s", each.key()).isLessThanOrEqualTo(expected);
      last.merge(each.key(), number, Math::max);
    }
  }
}
