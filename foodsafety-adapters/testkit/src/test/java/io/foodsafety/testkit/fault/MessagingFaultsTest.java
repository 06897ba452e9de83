package io.foodsafety.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.BrokenRules;
import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.messaging.MessagingUnderTest;
import io.foodsafety.testkit.messaging.PlainMessaging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each fault of a messaging does, and that it does it. */
class MessagingFaultsTest {

  private static final Topic TOPIC = Topic.of("t");

  /** The contract on a messaging without order; run by this test only. */
  static class DisorderlyContract extends MessagingContract {
    @Override
    protected MessagingUnderTest newMessaging() {
      return PlainMessaging.tested(messaging -> ReorderingMessaging.withinKeys(messaging, 7));
    }
  }

  /** Keeps what it has accepted, and hands nothing over before it is told to. */
  private static final class Recording implements Messaging {
    final List<Message> accepted = new ArrayList<>();
    Optional<MessageHandler> handler = Optional.empty();

    @Override
    public void publish(Topic topic, List<Message> messages) {
      accepted.addAll(messages);
    }

    @Override
    public Subscription subscribe(Topic topic, String group, MessageHandler newHandler) {
      handler = Optional.of(newHandler);
      return new Subscription() {
        @Override
        public Optional<MessagingException> problem() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }

  private final Recording recording = new Recording();

  /** Messages of five keys in turn, such as {@code 7}, whose key is 2. */
  private static List<Message> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Message.builder(
                        Integer.toString(i), "/test", "t", Integer.toString(i % 5), Instant.EPOCH)
                    .build())
        .toList();
  }

  private static List<Message> ofKey(List<Message> messages, String key) {
    return messages.stream().filter(each -> each.key().equals(key)).toList();
  }

  @Test
  void mixedKeysKeepTheirOrderEach() {
    List<Message> messages = messages(100);
    ReorderingMessaging.of(recording, 1).publish(TOPIC, messages);
    assertThat(recording.accepted)
        .containsExactlyInAnyOrderElementsOf(messages)
        .isNotEqualTo(messages);
    for (int key = 0; key < 5; key++) {
      assertThat(ofKey(recording.accepted, Integer.toString(key)))
          .isEqualTo(ofKey(messages, Integer.toString(key)));
    }
  }

  @Test
  void mixingWithinKeysIsCaughtByTheContract() {
    BrokenRules.assertBroken(DisorderlyContract.class, "M-08", "first in the order of publishing");
  }

  @Test
  void failingLosesNothingToWhoeverPublishesAgainAndAcceptsNothingOutOfOrder() {
    Messaging failing = FailingMessaging.of(recording, 3, 60);
    List<Message> messages = messages(20);
    int failures = 0;
    boolean cut = false;
    for (int round = 0; round < 30; round++) {
      recording.accepted.clear();
      try {
        failing.publish(TOPIC, messages);
        assertThat(recording.accepted).isEqualTo(messages);
      } catch (MessagingException e) {
        failures++;
        int accepted = recording.accepted.size();
        cut |= accepted > 0 && accepted < messages.size();
        assertThat(recording.accepted).isEqualTo(messages.subList(0, accepted));
      }
    }
    assertThat(failures).isBetween(10, 29);
    assertThat(cut).as("some failed in the middle").isTrue();
  }

  @Test
  void duplicatesComeBehindAndNoneAfterClosing() throws Exception {
    List<Message> handled = new ArrayList<>();
    Subscription subscription =
        DuplicatingMessaging.of(recording, 1, 50).subscribe(TOPIC, "g", handled::add);
    List<Message> messages = messages(100);
    MessageHandler handler = recording.handler.orElseThrow();
    for (Message each : messages) {
      handler.handle(each);
    }
    assertThat(handled).hasSizeBetween(120, 180);
    assertThat(handled.stream().distinct().toList()).as("first deliveries").isEqualTo(messages);
    int before = handled.size();
    subscription.close();
    for (Message each : messages) {
      handler.handle(each);
    }
    assertThat(handled).hasSize(before + messages.size());
  }

  @Test
  void sharesAndPausesAreChecked() {
    assertThatThrownBy(() -> DuplicatingMessaging.of(recording, 1, 101))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FailingMessaging.of(recording, 1, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SlowMessaging.of(recording, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
