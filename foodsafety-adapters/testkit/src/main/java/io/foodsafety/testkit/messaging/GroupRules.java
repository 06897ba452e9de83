package io.foodsafety.testkit.messaging;

import static io.foodsafety.testkit.messaging.Stage.GROUP;
import static io.foodsafety.testkit.messaging.Stage.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules about what a group gets over time. */
final class GroupRules {

  private GroupRules() {}

  static void eachGroupGetsEverything(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader first = new Reader(stage);
    Reader second = new Reader(stage);
    messaging.subscribe(topic, GROUP, first);
    messaging.subscribe(topic, "others", second);
    List<Message> messages = Stage.messages(10, 5);
    messaging.publish(topic, messages);
    first.awaitAll(messages);
    second.awaitAll(messages);
  }

  static void waitsForAbsentMembers(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    messaging.subscribe(topic, GROUP, new Reader(stage)).close();
    List<Message> messages = Stage.messages(5, 4);
    messaging.publish(topic, messages);
    Reader later = new Reader(stage);
    messaging.subscribe(topic, GROUP, later);
    later.awaitAll(messages);
    Reader.assertOrder(later.delivered());
  }

  static void remembersWhatWasHandled(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader first = new Reader(stage);
    try (var member = messaging.subscribe(topic, GROUP, first)) {
      assertThat(member.problem()).isEmpty();
      List<Message> messages = Stage.messages(1, 30);
      messaging.publish(topic, messages);
      first.awaitAll(messages);
    }
    List<Message> next = List.of(message("next", "k0"));
    messaging.publish(topic, next);
    Reader second = new Reader(stage);
    messaging.subscribe(topic, GROUP, second);
    second.awaitAll(next);
    assertThat(second.delivered())
        .as("What was handled before a member was closed must not be delivered again.")
        .containsExactlyElementsOf(next);
  }

  static void keepsWhatItPromises(Stage stage) {
    Topic topic = stage.topic();
    List<Message> early = Stage.messages(1, 3);
    Messaging before = stage.open();
    before.subscribe(topic, GROUP, new Reader(stage)).close();
    before.publish(topic, early);
    before.close();
    Messaging after = stage.open();
    List<Message> delivered = deliveredWithNext(stage, after, topic, GROUP);
    if (stage.can(MessagingCapability.DURABLE)) {
      assertThat(delivered)
          .as("A DURABLE messaging must keep what was published and not handled.")
          .containsAll(early);
    } else {
      assertThat(delivered)
          .as("A messaging that is not DURABLE must begin empty.")
          .doesNotContainAnyElementsOf(early);
    }
  }

  static void sharesOrKeepsApart(Stage stage) {
    Topic topic = stage.topic();
    Messaging one = stage.open();
    Optional<Messaging> other = openAgain(stage);
    if (stage.can(MessagingCapability.SHARED)) {
      Reader reader = new Reader(stage);
      other.orElseThrow().subscribe(topic, GROUP, reader);
      List<Message> messages = Stage.messages(3, 3);
      one.publish(topic, messages);
      reader.awaitAll(messages);
      return;
    }
    one.subscribe(topic, GROUP, new Reader(stage)).close();
    one.publish(topic, List.of(message("apart", "k")));
    other.ifPresent(
        opened ->
            assertThat(deliveredWithNext(stage, opened, topic, GROUP))
                .as("A messaging that is not SHARED must not deliver another one's messages.")
                .extracting(Message::id)
                .doesNotContain("apart"));
  }

  private static Optional<Messaging> openAgain(Stage stage) {
    try {
      return Optional.of(stage.open());
    } catch (MessagingException e) {
      if (stage.can(MessagingCapability.SHARED)) {
        throw new AssertionError("A SHARED messaging must open twice.", e);
      }
      return Optional.empty();
    }
  }

  static void beginsWhereItPromises(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader first = new Reader(stage);
    messaging.subscribe(topic, GROUP, first);
    List<Message> early = Stage.messages(1, 3);
    messaging.publish(topic, early);
    first.awaitAll(early);
    List<Message> delivered = deliveredWithNext(stage, messaging, topic, "latecomers");
    if (stage.can(MessagingCapability.REPLAYING)) {
      assertThat(delivered)
          .as("With REPLAYING, a new group must begin with the messages that are kept.")
          .containsAll(early);
    } else {
      assertThat(delivered)
          .as("Without REPLAYING, a new group must begin with its future.")
          .doesNotContainAnyElementsOf(early);
    }
  }

  /** What a group is handed up to a message that is published after its subscription. */
  private static List<Message> deliveredWithNext(
      Stage stage, Messaging messaging, Topic topic, String group) {
    Reader reader = new Reader(stage);
    messaging.subscribe(topic, group, reader);
    List<Message> next = new ArrayList<>(List.of(message("next", "k0"), message("next-k", "k")));
    messaging.publish(topic, next);
    reader.awaitAll(next);
    return reader.delivered();
  }
}
