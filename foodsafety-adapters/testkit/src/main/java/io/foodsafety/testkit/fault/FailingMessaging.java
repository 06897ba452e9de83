package io.foodsafety.testkit.fault;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Topic;
import java.util.List;
import java.util.Random;

/**
 * A messaging whose publishing fails now and then, with a {@link MessagingException}: before
 * anything was accepted, in the middle, or when all was accepted. What was accepted is never
 * without what is ahead of it.
 */
public final class FailingMessaging extends ForwardingMessaging {

  private final Random random;
  private final int percent;

  private FailingMessaging(Messaging messaging, long seed, int percent) {
    super(messaging);
    this.random = new Random(seed);
    this.percent = percent;
  }

  /**
   * A failing messaging.
   *
   * @param messaging the messaging underneath, which is closed with it
   * @param seed where the random numbers begin
   * @param percent how many calls of a hundred fail, 0 to 100
   * @return the messaging
   * @throws IllegalArgumentException if the share is out of range
   */
  public static FailingMessaging of(Messaging messaging, long seed, int percent) {
    return new FailingMessaging(messaging, seed, FaultPlan.checkPercent(percent));
  }

  @Override
  public void publish(Topic topic, List<Message> messages) {
    if (random.nextInt(100) >= percent) {
      super.publish(topic, messages);
      return;
    }
    int accepted = random.nextInt(messages.size() + 1);
    super.publish(topic, messages.subList(0, accepted));
    throw new MessagingException(
        "Publishing fails on purpose: it is unknown how many messages were accepted.");
  }
}
