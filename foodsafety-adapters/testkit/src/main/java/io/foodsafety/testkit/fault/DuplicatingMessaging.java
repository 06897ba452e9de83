package io.foodsafety.testkit.fault;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A messaging that hands over messages again that were handled already: at once, or behind later
 * ones of their key. The order of first deliveries stays.
 */
public final class DuplicatingMessaging extends ForwardingMessaging {

  /** So many handled messages may come again. */
  private static final int REMEMBERED = 20;

  private final Random random;
  private final int percent;

  private DuplicatingMessaging(Messaging messaging, long seed, int percent) {
    super(messaging);
    this.random = new Random(seed);
    this.percent = percent;
  }

  /**
   * A duplicating messaging.
   *
   * @param messaging the messaging underneath, which is closed with it
   * @param seed where the random numbers begin
   * @param percent after how many messages of a hundred one comes again, 0 to 100
   * @return the messaging
   * @throws IllegalArgumentException if the share is out of range
   */
  public static DuplicatingMessaging of(Messaging messaging, long seed, int percent) {
    return new DuplicatingMessaging(messaging, seed, FaultPlan.checkPercent(percent));
  }

  @Override
  public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    Repeating repeating = new Repeating(handler);
    Subscription subscription = super.subscribe(topic, group, repeating);
    return new Subscription() {
      @Override
      public Optional<MessagingException> problem() {
        return subscription.problem();
      }

      @Override
      public void close() {
        repeating.closed = true;
        subscription.close();
      }
    };
  }

  /** A handler that is handed messages again. Used by one thread at a time. */
  private final class Repeating implements MessageHandler {
    private final MessageHandler handler;
    private final List<Message> handled = new ArrayList<>();
    private volatile boolean closed;

    Repeating(MessageHandler handler) {
      this.handler = handler;
    }

    @Override
    public void handle(Message message) throws Exception {
      handler.handle(message);
      handled.add(message);
      if (handled.size() > REMEMBERED) {
        handled.remove(0);
      }
      if (!closed && random.nextInt(100) < percent) {
        handler.handle(handled.get(random.nextInt(handled.size())));
      }
    }
  }
}
