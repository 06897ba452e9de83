package io.foodsafety.runtime.internal.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.messaging.MessagingUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class InProcessMessagingTest extends MessagingContract {

  private static final Topic TOPIC = Topic.of("events");

  @Override
  protected MessagingUnderTest newMessaging() {
    return MessagingUnderTest.of(
        new InProcessProvider(), Map.of("attempts", "3", "retryDelay", "PT0.02S"));
  }

  private static Messaging open(Map<String, String> settings) {
    InProcessProvider provider = new InProcessProvider();
    return provider.open(Config.parse(provider.configKeys(), settings));
  }

  private static Message message(String id, String key) {
    return Message.builder(id, "/test", "t", key, Instant.EPOCH).build();
  }

  @Test
  void refusesWhatAGroupHasNoRoomFor() {
    try (Messaging messaging = open(Map.of("capacity", "2"))) {
      messaging.subscribe(TOPIC, "away", each -> {}).close();
      messaging.publish(TOPIC, List.of(message("1", "a"), message("2", "b")));
      List<Message> third = List.of(message("3", "a"));
      assertThatThrownBy(() -> messaging.publish(TOPIC, third))
          .isInstanceOf(MessagingException.class)
          .hasMessageContaining("3 messages would wait for group (away)");
    }
  }

  @Test
  void aFailingMessageHoldsUpItsOwnKeyOnly() throws InterruptedException {
    BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    try (Messaging messaging = open(Map.of("retryDelay", "PT1H"))) {
      messaging.subscribe(
          TOPIC,
          "readers",
          each -> {
            if (each.id().equals("bad")) {
              throw new IllegalStateException("no");
            }
            handled.add(each.id());
          });
      messaging.publish(
          TOPIC, List.of(message("bad", "a"), message("behind", "a"), message("other", "b")));
      assertThat(handled.poll(20, TimeUnit.SECONDS)).isEqualTo("other");
      assertThat(handled.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void saysThatDeadLettersHaveNoRoom() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(4);
    try (Messaging messaging =
        open(Map.of("capacity", "1", "attempts", "1", "retryDelay", "PT0.01S"))) {
      Subscription subscription =
          messaging.subscribe(
              TOPIC,
              "readers",
              each -> {
                tried.countDown();
                throw new IllegalStateException("no");
              });
      messaging.publish(TOPIC, List.of(message("1", "a")));
      awaitUntil(() -> isPublished(messaging, message("2", "a")));
      assertThat(tried.await(20, TimeUnit.SECONDS)).isTrue();
      awaitUntil(() -> subscription.problem().isPresent());
      assertThat(subscription.problem().orElseThrow())
          .hasMessageContaining("events.readers.dead")
          .hasMessageContaining("would wait for its first subscriber");
      BlockingQueue<String> dead = new LinkedBlockingQueue<>();
      messaging.subscribe(TOPIC.deadLetters("readers"), "staff", each -> dead.add(each.id()));
      assertThat(dead.poll(20, TimeUnit.SECONDS)).isEqualTo("1");
      assertThat(dead.poll(20, TimeUnit.SECONDS)).isEqualTo("2");
      awaitUntil(() -> subscription.problem().isEmpty());
    }
  }

  /** Whether there was room for it. */
  private static boolean isPublished(Messaging messaging, Message message) {
    try {
      messaging.publish(TOPIC, List.of(message));
      return true;
    } catch (MessagingException e) {
      return false;
    }
  }

  private static void awaitUntil(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
      Thread.sleep(5);
    }
  }
}
