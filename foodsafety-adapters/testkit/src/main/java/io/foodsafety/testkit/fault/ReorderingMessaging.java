package io.foodsafety.testkit.fault;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A messaging that mixes what is published in one call: the keys among each other, which has no
 * order anyhow, or, against the contract, also the messages of a key.
 */
public final class ReorderingMessaging extends ForwardingMessaging {

  private final Random random;
  private final boolean breaksKeys;

  private ReorderingMessaging(Messaging messaging, long seed, boolean breaksKeys) {
    super(messaging);
    this.random = new Random(seed);
    this.breaksKeys = breaksKeys;
  }

  /**
   * A messaging that mixes keys and keeps the order of each.
   *
   * @param messaging the messaging underneath, which is closed with it
   * @param seed where the random numbers begin
   * @return the messaging
   */
  public static ReorderingMessaging of(Messaging messaging, long seed) {
    return new ReorderingMessaging(messaging, seed, false);
  }

  /**
   * A messaging that breaks the contract: it keeps no order at all. For tests of what notices that.
   *
   * @param messaging the messaging underneath, which is closed with it
   * @param seed where the random numbers begin
   * @return the messaging
   */
  public static ReorderingMessaging withinKeys(Messaging messaging, long seed) {
    return new ReorderingMessaging(messaging, seed, true);
  }

  @Override
  public void publish(Topic topic, List<Message> messages) {
    List<Message> mixed = new ArrayList<>(messages);
    Collections.shuffle(mixed, random);
    super.publish(topic, breaksKeys ? mixed : inOrderOfKeys(mixed, messages));
  }

  /** Takes the keys in the order of one list, and the messages of each in that of another. */
  private static List<Message> inOrderOfKeys(List<Message> mixed, List<Message> messages) {
    Map<String, Deque<Message>> byKey = new HashMap<>();
    messages.forEach(
        each -> byKey.computeIfAbsent(each.key(), any -> new ArrayDeque<>()).addLast(each));
    return mixed.stream()
        .map(each -> Objects.requireNonNull(byKey.get(each.key())).removeFirst())
        .toList();
  }
}
