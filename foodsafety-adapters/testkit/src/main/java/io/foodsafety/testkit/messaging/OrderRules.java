package io.foodsafety.testkit.messaging;

import static io.foodsafety.testkit.messaging.Stage.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Rules about order, alone and among the members of a group. */
final class OrderRules {

  private static final long SEED = 7;

  private OrderRules() {}

  static void keepsTheOrderOfAKey(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader reader = new Reader(stage, slowly());
    messaging.subscribe(topic, GROUP, reader);
    List<Message> messages = Stage.messages(8, 60);
    publishInPieces(messaging, topic, messages);
    reader.awaitAll(messages);
    Reader.assertOrder(reader.delivered());
  }

  static void waitsForTheOneAhead(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Set<String> failed = new HashSet<>();
    Reader reader =
        new Reader(
            stage,
            message -> {
              if (Stage.number(message) % 4 == 1 && failed.add(message.id())) {
                throw new IllegalStateException("not yet");
              }
            });
    messaging.subscribe(topic, GROUP, reader);
    List<Message> messages = Stage.messages(3, 6);
    messaging.publish(topic, messages);
    reader.awaitAll(messages);
    assertThat(reader.deliveries("k0/1")).isGreaterThan(1);
    List<Message> firstHandled = new ArrayList<>(new LinkedHashSet<>(reader.handled()));
    for (int key = 0; key < 3; key++) {
      String wanted = "k" + key;
      assertThat(firstHandled.stream().filter(each -> each.key().equals(wanted)).map(Stage::number))
          .as(
              "A message must not be handled before the one of its key ahead of it, which is tried again.")
          .containsExactly(0, 1, 2, 3, 4, 5);
    }
    Reader.assertOrder(reader.delivered());
  }

  static void membersShare(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    List<Message> both = new ArrayList<>();
    Reader first = new Reader(stage, noting(both));
    Reader second = new Reader(stage, noting(both));
    messaging.subscribe(topic, GROUP, first);
    messaging.subscribe(topic, GROUP, second);
    List<Message> warmUp = Stage.messages(20, 1);
    messaging.publish(topic, warmUp);
    awaitBoth(stage, both, warmUp);
    List<Message> messages = new ArrayList<>();
    for (Message each : Stage.messages(20, 11)) {
      if (Stage.number(each) > 0) {
        messages.add(each);
      }
    }
    publishInPieces(messaging, topic, messages);
    awaitBoth(stage, both, messages);
    Reader.assertOrder(copy(both));
    Set<String> shared = ids(first.delivered());
    shared.retainAll(ids(second.delivered()));
    assertThat(shared.size())
        .as("The members of a group must share its messages, not each get all.")
        .isLessThan(messages.size() / 2);
  }

  static void aMemberHandsOver(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    List<Message> both = new ArrayList<>();
    Subscription leaving = messaging.subscribe(topic, GROUP, new Reader(stage, noting(both)));
    messaging.subscribe(topic, GROUP, new Reader(stage, noting(both)));
    List<Message> messages = Stage.messages(12, 12);
    for (int from = 0; from < messages.size(); from += 12) {
      messaging.publish(topic, messages.subList(from, from + 12));
      if (from == 60) {
        leaving.close();
      }
    }
    awaitBoth(stage, both, messages);
    Reader.assertOrder(copy(both));
  }

  static void handlesOneAtATime(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    Reader reader = new Reader(stage, message -> Tasks.sleep(2));
    messaging.subscribe(topic, GROUP, reader);
    List<Message> messages = Stage.messages(20, 4);
    messaging.publish(topic, messages);
    reader.awaitAll(messages);
    assertThat(reader.mostRunning())
        .as("A subscription must call its handler with one message at a time.")
        .isEqualTo(1);
  }

  private static void awaitBoth(Stage stage, List<Message> both, List<Message> expected) {
    Set<String> wanted = ids(expected);
    stage.await(
        () -> ids(copy(both)).containsAll(wanted),
        () -> {
          wanted.removeAll(ids(copy(both)));
          return "Every message published must be handled by a member; missing are %d: %s"
              .formatted(wanted.size(), wanted.stream().sorted().limit(10).toList());
        });
  }

  private static MessageHandler noting(List<Message> both) {
    return message -> {
      synchronized (both) {
        both.add(message);
      }
    };
  }

  private static List<Message> copy(List<Message> both) {
    synchronized (both) {
      return List.copyOf(both);
    }
  }

  private static Set<String> ids(List<Message> messages) {
    Set<String> ids = new HashSet<>();
    messages.forEach(each -> ids.add(each.id()));
    return ids;
  }

  private static MessageHandler slowly() {
    Random random = new Random(SEED);
    return message -> {
      if (random.nextInt(8) == 0) {
        Tasks.sleep(random.nextInt(3));
      }
    };
  }

  private static void publishInPieces(Messaging messaging, Topic topic, List<Message> messages) {
    Random random = new Random(SEED);
    for (int from = 0; from < messages.size(); ) {
      int to = Math.min(messages.size(), from + 1 + random.nextInt(50));
      messaging.publish(topic, messages.subList(from, to));
      from = to;
    }
  }
}
