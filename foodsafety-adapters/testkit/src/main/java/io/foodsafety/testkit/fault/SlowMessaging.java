package io.foodsafety.testkit.fault;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import java.time.Duration;
import java.util.List;

/** A messaging that takes its time: it waits before it accepts, and before it hands over. */
public final class SlowMessaging extends ForwardingMessaging {

  private final Duration pause;

  private SlowMessaging(Messaging messaging, Duration pause) {
    super(messaging);
    this.pause = pause;
  }

  /**
   * A slow messaging.
   *
   * @param messaging the messaging underneath, which is closed with it
   * @param pause how long each wait is
   * @return the messaging
   * @throws IllegalArgumentException if the pause is negative
   */
  public static SlowMessaging of(Messaging messaging, Duration pause) {
    if (pause.isNegative()) {
      throw new IllegalArgumentException("The pause (%s) must not be negative.".formatted(pause));
    }
    return new SlowMessaging(messaging, pause);
  }

  @Override
  public void publish(Topic topic, List<Message> messages) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MessagingException("The slow messaging was interrupted.", e);
    }
    super.publish(topic, messages);
  }

  @Override
  public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    return super.subscribe(
        topic,
        group,
        message -> {
          Thread.sleep(pause.toMillis());
          handler.handle(message);
        });
  }
}
