package io.foodsafety.testkit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A handler that notes what it is handed and what it has handled. Safe for many threads. */
final class Reader implements MessageHandler {

  private final Stage stage;
  private final MessageHandler work;
  private final List<Message> delivered = new ArrayList<>();
  private final List<Message> handled = new ArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();

  /** A reader that handles whatever it is handed. */
  Reader(Stage stage) {
    this(stage, message -> {});
  }

  /** A reader that does some work for each message, which may throw. */
  Reader(Stage stage, MessageHandler work) {
    this.stage = stage;
    this.work = work;
  }

  @Override
  public void handle(Message message) throws Exception {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      synchronized (this) {
        delivered.add(message);
      }
      work.handle(message);
      synchronized (this) {
        handled.add(message);
      }
    } finally {
      running.decrementAndGet();
    }
  }

  /** Everything that was handed over, in order, repetitions included. */
  synchronized List<Message> delivered() {
    return List.copyOf(delivered);
  }

  /** Everything that was handled, in order, repetitions included. */
  synchronized List<Message> handled() {
    return List.copyOf(handled);
  }

  int running() {
    return running.get();
  }

  int mostRunning() {
    return mostRunning.get();
  }

  synchronized int deliveries(String id) {
    return (int) delivered.stream().filter(each -> each.id().equals(id)).count();
  }

  /** Waits until each of the messages was handled. */
  void awaitAll(Collection<Message> expected) {
    Set<String> ids = expected.stream().map(Message::id).collect(Collectors.toSet());
    stage.await(
        () -> handledIds().containsAll(ids),
        () -> {
          ids.removeAll(handledIds());
          return "Every message published must be handled; missing after a long wait are %d: %s"
              .formatted(ids.size(), ids.stream().sorted().limit(10).toList());
        });
  }

  private synchronized Set<String> handledIds() {
    return handled.stream().map(Message::id).collect(Collectors.toSet());
  }

  /** Checks that nothing was handed over but these messages, with all their parts. */
  void assertOnly(Collection<Message> published) {
    Map<String, Message> known = new HashMap<>();
    published.forEach(each -> known.put(each.id(), each));
    for (Message each : delivered()) {
      assertThat(known)
          .as("Only what was published must be delivered, with the same id: %s", each)
          .containsKey(each.id());
      assertThat(each)
          .as("A message must be delivered with all of its parts unchanged.")
          .isEqualTo(known.get(each.id()));
    }
  }

  /** Checks the order of what several readers were handed, put together. */
  static void assertOrder(List<Message> delivered) {
    Map<String, Integer> last = new LinkedHashMap<>();
    for (Message each : delivered) {
      int number = Stage.number(each);
      int before = last.getOrDefault(each.key(), -1);
      assertThat(number)
          .as(
              "Messages of one key must be delivered first in the order of publishing: %s came after number %d.",
              each, before)
          .isLessThanOrEqualTo(before + 1);
      last.put(each.key(), Math.max(before, number));
    }
  }
}
