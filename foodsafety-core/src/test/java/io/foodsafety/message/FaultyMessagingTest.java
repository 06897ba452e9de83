package io.foodsafety.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.runtime.internal.inprocess.InProcessProvider;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.fault.DuplicatingMessaging;
import io.foodsafety.testkit.fault.FailingMessaging;
import io.foodsafety.testkit.fault.FaultyMessagingPlugin;
import io.foodsafety.testkit.fault.ReorderingMessaging;
import io.foodsafety.testkit.fault.SlowMessaging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A city and a consumer on a messaging that is slow, mixes keys, hands over again, and fails
 * before, in the middle of and after publishing; the consumer fails now and then, too. Everything
 * arrives, in order by key, and whoever remembers ids does it once.
 */
class FaultyMessagingTest {

  private static final Topic TOPIC = Topic.of("city-events");
  private static final int FACTS = 150;
  private static final int BUSINESSES = 6;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");

  /** What a consumer does that remembers ids. */
  private static final class Consumer {
    private final Random random;
    private final List<Message> delivered = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> effects = new ArrayList<>();

    Consumer(long seed) {
      this.random = new Random(seed);
    }

    synchronized void handle(Message message) {
      delivered.add(message);
      if (random.nextInt(100) < 10) {
        throw new IllegalStateException("busy");
      }
      if (done.add(message.source() + " " + message.id())) {
        effects.add(message.id());
      }
    }

    synchronized int count() {
      return done.size();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void outboxAndConsumerStandAllOfIt(long seed) throws InterruptedException {
    FaultyMessagingPlugin plugin =
        FaultyMessagingPlugin.of(
            new InProcessProvider(),
            messaging ->
                FailingMessaging.of(
                    DuplicatingMessaging.of(
                        ReorderingMessaging.of(
                            SlowMessaging.of(messaging, Duration.ofMillis(1)), seed),
                        seed,
                        25),
                    seed,
                    50));
    Consumer consumer = new Consumer(seed);
    try (FoodSafety city =
        new ProbeStorage()
            .city()
            .clock(clock)
            .plugin(plugin)
            .messaging(
                FaultyMessagingPlugin.NAME, Map.of("attempts", "50", "retryDelay", "PT0.001S"))
            .publishing(TOPIC, EventType.FACT_RECORDED)
            .build()) {
      city.messages().subscribe(TOPIC, "canteen-app", consumer::handle);
      int failures = recordAndRelay(city, new Random(seed));
      assertThat(failures).as("publishing failed").isPositive();
      long start = System.nanoTime();
      while (consumer.count() < FACTS) {
        assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(30).toNanos());
        Thread.sleep(2);
      }
    }
    assertThat(consumer.effects).hasSize(FACTS).doesNotHaveDuplicates();
    assertThat(consumer.delivered.size()).as("some came twice").isGreaterThan(FACTS);
    assertOrder(consumer.delivered);
  }

  /** Records facts in pieces and sends after each; how often that failed. */
  private int recordAndRelay(FoodSafety city, Random random) {
    int failures = 0;
    for (int next = 0; next < FACTS; ) {
      List<Fact> facts = new ArrayList<>();
      for (int left = 1 + random.nextInt(12); left > 0 && next < FACTS; left--) {
        facts.add(fact(next++));
      }
      city.as(Actor.person("inspector-7")).facts().recordAll(facts);
      failures += city.messages().relay().problem().isPresent() ? 1 : 0;
    }
    while (!city.messages().relay().complete()) {
      failures++;
    }
    return failures;
  }

  private static Fact fact(int number) {
    return Fact.builder(
            "F" + number,
            "inspection",
            SubjectRef.business("S" + number % BUSINESSES),
            Moment.parse("2024-05-02"))
        .attribute("score", AttributeValue.decimal(number))
        .build();
  }

  /** First deliveries of a business come in the order of recording. */
  private static void assertOrder(List<Message> delivered) {
    Map<String, Integer> last = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Message each : delivered) {
      if (seen.add(each.id())) {
        int number = Integer.parseInt(each.id().replaceAll("facts/F(\\d+)@1", "$1"));
        Integer before = last.put(each.key(), number);
        assertThat(number).isEqualTo(before == null ? number % BUSINESSES : before + BUSINESSES);
      }
    }
  }
}
