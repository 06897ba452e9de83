package io.foodsafety.testkit.messaging;

import static io.foodsafety.testkit.messaging.Stage.GROUP;
import static io.foodsafety.testkit.messaging.Stage.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.internal.Tasks;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Rules about handlers that call back, and about the end. */
final class ClosingRules {

  private static final long MOMENT_MILLIS = 200;

  private ClosingRules() {}

  static void aHandlerMayPublish(Stage stage) {
    Messaging messaging = stage.open();
    Topic questions = stage.topic();
    Topic answers = stage.topic();
    Reader reader = new Reader(stage);
    messaging.subscribe(answers, GROUP, reader);
    messaging.subscribe(questions, GROUP, message -> messaging.publish(answers, List.of(message)));
    List<Message> messages = Stage.messages(2, 5);
    messaging.publish(questions, messages);
    reader.awaitAll(messages);
  }

  static void aHandlerMayCloseItsSubscription(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    AtomicReference<@Nullable Subscription> own = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    Reader once =
        new Reader(
            stage,
            message -> {
              known.await();
              Subscription subscription = own.get();
              if (subscription != null) {
                subscription.close();
              }
            });
    own.set(messaging.subscribe(topic, GROUP, once));
    known.countDown();
    List<Message> messages = Stage.messages(1, 3);
    messaging.publish(topic, messages);
    once.awaitAll(messages.subList(0, 1));
    Reader next = new Reader(stage);
    messaging.subscribe(topic, GROUP, next);
    next.awaitAll(messages.subList(1, 3));
    assertThat(once.delivered())
        .as("A handler that has closed its subscription must get nothing more.")
        .hasSize(1);
  }

  static void closingASubscriptionWaits(Stage stage) {
    Messaging messaging = stage.open();
    closingWaits(stage, messaging, null);
  }

  static void closingWaits(Stage stage) {
    Messaging messaging = stage.open();
    closingWaits(stage, messaging, messaging);
    Topic topic = stage.topic();
    assertThatThrownBy(() -> messaging.publish(topic, List.of(message("1", "k"))))
        .as("A messaging that was closed must refuse calls.")
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> messaging.subscribe(topic, GROUP, new Reader(stage)))
        .as("A messaging that was closed must refuse calls.")
        .isInstanceOf(IllegalStateException.class);
    messaging.close();
  }

  /** Closes the messaging, or else the subscription, while its handler runs. */
  private static void closingWaits(
      Stage stage, Messaging messaging, @Nullable AutoCloseable whole) {
    Topic topic = stage.topic();
    CountDownLatch release = new CountDownLatch(1);
    Reader reader =
        new Reader(
            stage,
            message -> {
              if (!release.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has let it go");
              }
            });
    Subscription subscription = messaging.subscribe(topic, GROUP, reader);
    messaging.publish(topic, Stage.messages(2, 5));
    stage.await(() -> reader.running() == 1, () -> "A message published must be delivered.");
    Future<?> closing = Tasks.run(() -> close(whole == null ? subscription : whole));
    Tasks.sleep(MOMENT_MILLIS);
    boolean early = closing.isDone();
    release.countDown();
    Tasks.result(closing);
    int delivered = reader.delivered().size();
    assertThat(early).as("Closing must wait for the running handler.").isFalse();
    assertThat(reader.running()).isZero();
    Tasks.sleep(MOMENT_MILLIS);
    assertThat(reader.delivered())
        .as("After closing, nothing more must be handled.")
        .hasSize(delivered);
    subscription.close();
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new AssertionError("Closing must not fail: " + e, e);
    }
  }
}
