package io.foodsafety.testkit.messaging;

import static io.foodsafety.testkit.messaging.Stage.GROUP;
import static io.foodsafety.testkit.messaging.Stage.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Topic;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules about messages that cannot be handled. */
final class FailureRules {

  private static final String REASON = "no such division: 360105";

  private FailureRules() {}

  private static MessageHandler refusing(String id) {
    return message -> {
      if (message.id().equals(id)) {
        throw new IllegalStateException(REASON);
      }
    };
  }

  static void triesAgain(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    AtomicInteger calls = new AtomicInteger();
    Reader reader =
        new Reader(
            stage,
            message -> {
              if (calls.incrementAndGet() == 1) {
                throw new IOException("unreachable");
              }
            });
    messaging.subscribe(topic, GROUP, reader);
    List<Message> messages = List.of(message("1", "k").toBuilder().attribute("a", "b").build());
    messaging.publish(topic, messages);
    stage.await(
        () -> reader.deliveries("1") > 1,
        () -> "A message whose handler has thrown must be delivered again.");
    reader.awaitAll(messages);
    reader.assertOnly(messages);
  }

  static void givesUpWithTheReason(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader dead = new Reader(stage);
    messaging.subscribe(topic.deadLetters(GROUP), "staff", dead);
    Reader reader = new Reader(stage, refusing("bad"));
    messaging.subscribe(topic, GROUP, reader);
    Message bad = message("bad", "k").toBuilder().attribute("a", "b").build();
    messaging.publish(topic, List.of(bad));
    stage.await(
        () -> dead.deliveries("bad") > 0,
        () -> "A message that a group cannot handle must go to the dead letters of that group.");
    Message first = dead.delivered().get(0);
    assertThat(DeadLetter.read(first))
        .as("A dead letter must have a reason and the number of attempts: %s", first.attributes())
        .isPresent();
    DeadLetter letter = DeadLetter.read(first).orElseThrow();
    assertThat(letter.message())
        .as("A dead letter must be the message that was published.")
        .isEqualTo(bad);
    assertThat(letter.reason())
        .as("A dead letter must have the reason that the handler gave.")
        .contains(REASON);
    assertThat(reader.deliveries("bad"))
        .as("A dead letter must say how often it was tried.")
        .isEqualTo(letter.attempts());
  }

  static void goesOnAfterADeadLetter(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader reader = new Reader(stage, refusing("k1/2"));
    Reader others = new Reader(stage);
    messaging.subscribe(topic, GROUP, reader);
    messaging.subscribe(topic, "others", others);
    List<Message> messages = Stage.messages(3, 6);
    messaging.publish(topic, messages);
    others.awaitAll(messages);
    List<Message> rest = messages.stream().filter(each -> !each.id().equals("k1/2")).toList();
    reader.awaitAll(rest);
    Reader.assertOrder(reader.delivered());
    int tried = reader.deliveries("k1/2");
    List<Message> next = List.of(message("k1/6", "k1"));
    messaging.publish(topic, next);
    reader.awaitAll(next);
    assertThat(reader.deliveries("k1/2"))
        .as("A dead letter must not be delivered to its group again.")
        .isEqualTo(tried);
  }

  static void deadLettersWait(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader reader = new Reader(stage, refusing("bad"));
    messaging.subscribe(topic, GROUP, reader);
    List<Message> messages = List.of(message("bad", "k"), message("next", "k"));
    messaging.publish(topic, messages);
    reader.awaitAll(messages.subList(1, 2));
    Reader late = new Reader(stage);
    messaging.subscribe(topic.deadLetters(GROUP), "staff", late);
    stage.await(
        () -> late.deliveries("bad") > 0,
        () -> "Dead letters must wait for their first subscriber.");
  }

  static void deadLettersStay(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader staff = new Reader(stage, refusing("bad"));
    messaging.subscribe(topic.deadLetters(GROUP), "staff", staff);
    Reader reader = new Reader(stage, refusing("bad"));
    messaging.subscribe(topic, GROUP, reader);
    messaging.publish(topic, List.of(message("bad", "k")));
    stage.await(
        () -> staff.deliveries("bad") > 0 && staff.deliveries("bad") > reader.deliveries("bad") + 1,
        () -> "A dead letter that its group cannot handle must be delivered again and again.");
  }
}
