package io.foodsafety.runtime.internal.inprocess;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Offers the messaging {@code in-process}: each opening begins empty, and closing forgets. */
public final class InProcessProvider implements MessagingProvider {

  /** The name by which it is chosen. */
  public static final String NAME = "in-process";

  static final ConfigKey<Integer> ATTEMPTS =
      ConfigKey.integer("attempts", 1, 1_000)
          .withDefault(5)
          .since("0.2")
          .doc(
              "How often a handler is handed a message before it goes to the dead letters.",
              "处理程序最多尝试一条消息的次数，之后转入死信。");
  static final ConfigKey<Duration> RETRY_DELAY =
      ConfigKey.duration("retryDelay")
          .withDefault(Duration.ofSeconds(1))
          .since("0.2")
          .doc("How long a message waits for its next attempt.", "消息等待下一次尝试的时间。");
  static final ConfigKey<Integer> CAPACITY =
      ConfigKey.integer("capacity", 1, 100_000_000)
          .withDefault(100_000)
          .since("0.2")
          .doc(
              "How many messages may wait in a group; publishing fails when it is full.",
              "每个组最多等待的消息数；已满时发布失败。");
  static final ConfigKey<Integer> MAX_BYTES =
      ConfigKey.integer("maxBytes", 1_000, 100_000_000)
          .withDefault(1_000_000)
          .since("0.2")
          .doc("The most bytes of data of a message.", "消息数据的最大字节数。");

  /** A provider. */
  public InProcessProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(ATTEMPTS, RETRY_DELAY, CAPACITY, MAX_BYTES);
  }

  @Override
  public Set<MessagingCapability> capabilities(Config config) {
    return Set.of();
  }

  @Override
  public Messaging open(Config config) {
    return new InProcessMessaging(
        new Limits(
            config.get(ATTEMPTS),
            config.get(RETRY_DELAY),
            config.get(CAPACITY),
            config.get(MAX_BYTES)));
  }
}
