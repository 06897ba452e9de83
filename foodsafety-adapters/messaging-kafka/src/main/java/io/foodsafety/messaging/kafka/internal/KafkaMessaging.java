package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/** Messaging on Kafka: one producer for all, a consumer for each subscription. */
final class KafkaMessaging implements Messaging {

  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final Settings settings;
  private final Clients clients;
  private final Admin admin;
  private final Producer<String, byte[]> producer;
  private final Topics topics;
  private final Publisher publisher;
  private final List<KafkaSubscription> subscriptions = new ArrayList<>();
  private volatile boolean closed;

  private KafkaMessaging(
      Settings settings, Clients clients, Admin admin, Producer<String, byte[]> producer) {
    this.settings = settings;
    this.clients = clients;
    this.admin = admin;
    this.producer = producer;
    this.topics = new Topics(admin, settings);
    this.publisher = new Publisher(producer, settings.maxBytes());
  }

  /** Opens it; the brokers need not be reachable yet, but their names must be known. */
  static KafkaMessaging open(Settings settings) {
    Clients clients = new Clients(settings);
    Admin admin = clients.admin();
    try {
      return new KafkaMessaging(settings, clients, admin, clients.producer());
    } catch (MessagingException e) {
      admin.close();
      throw e;
    }
  }

  @Override
  public void publish(Topic topic, List<Message> messages) {
    checkOpen();
    topics.require(topic);
    publisher.publish(topic, messages);
  }

  @Override
  public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    Topic.checkGroup(group);
    checkOpen();
    topics.require(topic);
    Burial burial = new Burial(topic, group, settings.attempts(), this::publishUnchecked);
    KafkaSubscription subscription =
        new KafkaSubscription(
            topic,
            group,
            clients.consumer(topic + "." + group),
            new Delivery(handler, burial),
            settings.retryDelay());
    synchronized (subscriptions) {
      if (!closed) {
        subscriptions.removeIf(KafkaSubscription::isOver);
        subscriptions.add(subscription);
        subscription.begin();
        return subscription;
      }
    }
    subscription.abandon();
    throw closedException();
  }

  /** A dead letter of a handler that was running when this was closed is still accepted. */
  private void publishUnchecked(Topic topic, Message message) {
    topics.require(topic);
    publisher.publish(topic, List.of(message));
  }

  private void checkOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("The messaging is closed.");
  }

  @Override
  public void close() {
    List<KafkaSubscription> open;
    synchronized (subscriptions) {
      closed = true;
      open = List.copyOf(subscriptions);
    }
    open.forEach(KafkaSubscription::leave);
    open.forEach(KafkaSubscription::close);
    producer.close(LAST_WAIT);
    admin.close(LAST_WAIT);
  }
}
