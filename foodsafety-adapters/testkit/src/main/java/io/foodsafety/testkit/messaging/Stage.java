package io.foodsafety.testkit.messaging;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.internal.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a rule needs: openings that are closed at its end, topics of its own, waiting. */
final class Stage {

  static final String GROUP = "readers";

  private static final Instant TIME = Instant.parse("2024-05-06T07:08:09.123456789Z");

  private final MessagingUnderTest tested;
  private final Deque<Messaging> opened = new ArrayDeque<>();

  Stage(MessagingUnderTest tested) {
    this.tested = tested;
  }

  Messaging open() {
    Messaging messaging = tested.open();
    opened.addLast(messaging);
    return messaging;
  }

  void closeAll() {
    while (!opened.isEmpty()) {
      opened.removeLast().close();
    }
  }

  /** Opens the messaging, with a reader of a topic that nobody has used. */
  Listening listen() {
    Listening listening = new Listening(open(), topic(), new Reader(this));
    listening.messaging().subscribe(listening.topic(), GROUP, listening.reader());
    return listening;
  }

  /** A topic and its reader. */
  record Listening(Messaging messaging, Topic topic, Reader reader) {

    void publish(List<Message> messages) {
      messaging.publish(topic, messages);
    }
  }

  boolean can(MessagingCapability capability) {
    return tested.can(capability);
  }

  /** A topic that nobody has used. */
  Topic topic() {
    return Topic.of("t" + UUID.randomUUID());
  }

  /** A message whose data say its id. */
  static Message message(String id, String key) {
    return Message.builder(id, "/contract", "something-happened", key, TIME)
        .data("text/plain", id.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  /** The messages {@code <key>/0}, {@code <key>/1} and so on of each key, the keys in turn. */
  static List<Message> messages(int keys, int each) {
    List<Message> messages = new ArrayList<>();
    for (int number = 0; number < each; number++) {
      for (int key = 0; key < keys; key++) {
        messages.add(message("k" + key + "/" + number, "k" + key));
      }
    }
    return messages;
  }

  /** The number of a message made by {@link #messages} among those of its key. */
  static int number(Message message) {
    return Integer.parseInt(message.id().substring(message.id().indexOf('/') + 1));
  }

  /** Waits for something that must come about. */
  void await(BooleanSupplier condition, Supplier<String> otherwise) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > tested.patience().toNanos()) {
        throw new AssertionError(otherwise.get());
      }
      Tasks.sleep(3);
    }
  }
}
