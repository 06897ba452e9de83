package io.foodsafety.testkit.messaging;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a rule needs: openings that are closed at its end, topics of its own, waiting. */
final class Stage {

  static final String GROUP = "readers";

  private static final Instant TIME = Instant.parse("2024-05-06T07:08:09.123456789Z");
  private static final long LONGEST_SECONDS = 50;

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
      sleep(3);
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted.", e);
    }
  }

  /** Runs all tasks at once, waits for all, and throws what one has thrown. */
  static void runAll(List<Runnable> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size(), Stage::daemon);
    try {
      List<Future<?>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(threads.submit(task)));
      running.forEach(Stage::end);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Starts a task, whose end is waited for later. */
  static Future<?> start(Runnable task) {
    ExecutorService thread = Executors.newSingleThreadExecutor(Stage::daemon);
    try {
      return thread.submit(task);
    } finally {
      thread.shutdown();
    }
  }

  static void end(Future<?> task) {
    try {
      task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("A thread was still busy after %d s.".formatted(LONGEST_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted.", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "messaging-contract");
    thread.setDaemon(true);
    return thread;
  }
}
