package io.foodsafety.testkit.messaging;

import static io.foodsafety.testkit.messaging.Stage.GROUP;
import static io.foodsafety.testkit.messaging.Stage.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessagesRefusedException;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.internal.Tasks;
import io.foodsafety.testkit.messaging.Stage.Listening;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules about what arrives. */
final class DeliveryRules {

  private static final int TOO_LONG = 2 << 20;

  private DeliveryRules() {}

  static void keepsEveryPart(Stage stage) {
    Listening line = stage.listen();
    List<Message> messages =
        List.of(
            Message.builder(
                    "f/1 '%' 🍜", "/cities/南昌", "fact.recorded", "business:甲", Instant.EPOCH)
                .data("application/json", "{\"名\":\"面\"}".getBytes(StandardCharsets.UTF_8))
                .attribute("region", "南昌 100%")
                .attribute("a1b2c3d4e5f6g7h8i9j0", "\"quoted\"; a=b, c")
                .build(),
            Message.builder(
                    "x".repeat(Message.MAX_LENGTH),
                    "y".repeat(Message.MAX_LENGTH),
                    "z".repeat(Message.MAX_LENGTH),
                    "k".repeat(Message.MAX_LENGTH),
                    Instant.parse("9999-12-31T23:59:59.999999999Z"))
                .attribute("long", "v".repeat(Message.MAX_ATTRIBUTE_LENGTH))
                .build(),
            Message.builder("1", "s", "t", "k", Instant.parse("0001-01-01T00:00:00Z"))
                .data("text/plain; charset=utf-8", new byte[] {0})
                .build());
    line.publish(messages);
    line.reader().awaitAll(messages);
    line.reader().assertOnly(messages);
  }

  static void keepsDataExactly(Stage stage) {
    Listening line = stage.listen();
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    byte[] large = new byte[500_000];
    new Random(1).nextBytes(large);
    List<Message> messages =
        List.of(
            message("none", "k").toBuilder().data("application/octet-stream", new byte[0]).build(),
            message("every", "k").toBuilder().data("application/octet-stream", every).build(),
            message("large", "k").toBuilder().data("application/octet-stream", large).build());
    messages.forEach(each -> line.publish(List.of(each)));
    line.reader().awaitAll(messages);
    line.reader().assertOnly(messages);
  }

  static void deliversAllAndNothingElse(Stage stage) {
    Listening line = stage.listen();
    List<Message> messages = Stage.messages(300, 5);
    line.publish(messages.subList(0, 1_400));
    messages.subList(1_400, 1_500).forEach(each -> line.publish(List.of(each)));
    line.reader().awaitAll(messages);
    line.reader().assertOnly(messages);
  }

  static void publishersDoNotDisturbEachOther(Stage stage) {
    Listening line = stage.listen();
    List<Message> all = new ArrayList<>();
    List<Runnable> publishers = new ArrayList<>();
    for (int publisher = 0; publisher < 6; publisher++) {
      List<Message> own = new ArrayList<>();
      for (int number = 0; number < 150; number++) {
        own.add(message("p" + publisher + "/" + number, "p" + publisher));
      }
      all.addAll(own);
      publishers.add(() -> own.forEach(each -> line.publish(List.of(each))));
    }
    Tasks.runAll(publishers);
    line.reader().awaitAll(all);
    line.reader().assertOnly(all);
    Reader.assertOrder(line.reader().delivered());
  }

  static void topicsAreSeparate(Stage stage) {
    Messaging messaging = stage.open();
    Topic one = stage.topic();
    Topic two = stage.topic();
    Reader first = new Reader(stage);
    Reader second = new Reader(stage);
    messaging.subscribe(one, GROUP, first);
    messaging.subscribe(two, GROUP, second);
    List<Message> messages = List.of(message("1", "k"), message("2", "k"));
    messaging.publish(one, messages.subList(0, 1));
    messaging.publish(two, messages.subList(1, 2));
    first.awaitAll(messages.subList(0, 1));
    second.awaitAll(messages.subList(1, 2));
    first.assertOnly(messages.subList(0, 1));
    second.assertOnly(messages.subList(1, 2));
  }

  static void refusesWhatIsTooLong(Stage stage) {
    Listening line = stage.listen();
    Message tooLong =
        message("long", "k").toBuilder()
            .data("application/octet-stream", new byte[TOO_LONG])
            .build();
    List<Message> others = List.of(message("1", "k"), message("2", "other"), message("3", "k"));
    MessagesRefusedException refused =
        catchThrowableOfType(
            MessagesRefusedException.class,
            () -> line.publish(List.of(others.get(0), tooLong, others.get(1), others.get(2))));
    assertThat(refused)
        .as("A message that can never be accepted must be a MessagesRefusedException.")
        .isNotNull();
    assertThat(refused.reasons()).containsOnlyKeys(tooLong);
    assertThat(refused.reasons().get(tooLong)).isNotBlank();
    line.reader().awaitAll(others);
    line.reader().assertOnly(others);
  }

  static void takesNoNonsense(Stage stage) {
    Messaging messaging = stage.open();
    Topic topic = stage.topic();
    for (String group : List.of("", "Readers", "a.b", "g".repeat(64))) {
      assertThatThrownBy(() -> messaging.subscribe(topic, group, new Reader(stage)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    messaging.publish(topic, List.of());
  }
}
