package io.foodsafety.testkit.fault;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import java.util.List;

/** A messaging that does what another one does. */
abstract class ForwardingMessaging implements Messaging {

  private final Messaging messaging;

  ForwardingMessaging(Messaging messaging) {
    this.messaging = messaging;
  }

  @Override
  public void publish(Topic topic, List<Message> messages) {
    messaging.publish(topic, messages);
  }

  @Override
  public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    return messaging.subscribe(topic, group, handler);
  }

  @Override
  public void close() {
    messaging.close();
  }
}
