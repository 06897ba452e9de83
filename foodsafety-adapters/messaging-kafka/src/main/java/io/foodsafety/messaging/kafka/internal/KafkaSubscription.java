package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: one thread that reads a partition record by record and commits what was handled.
 * A record that is to be tried again is sought again and its partition paused meanwhile, so that
 * the group hears of this member and other partitions go on.
 */
final class KafkaSubscription implements Subscription, ConsumerRebalanceListener {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);
  private static final long REST_MILLIS = 500;

  /** A record that has failed, and when its partition goes on. */
  private record Retry(long offset, int failures, long dueNanos) {}

  private final Topic topic;
  private final Consumer<byte[], byte[]> consumer;
  private final Delivery delivery;
  private final Duration retryDelay;
  private final Thread thread;
  private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
  private final Map<TopicPartition, Retry> retries = new HashMap<>();
  private volatile boolean leaving;
  private volatile @Nullable MessagingException problem;

  KafkaSubscription(
      Topic topic,
      String group,
      Consumer<byte[], byte[]> consumer,
      Delivery delivery,
      Duration retryDelay) {
    this.topic = topic;
    this.consumer = consumer;
    this.delivery = delivery;
    this.retryDelay = retryDelay;
    this.thread = new Thread(this::run, "foodsafety-kafka-" + topic + "." + group);
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  /** Frees what was made for a subscription that never began. */
  void abandon() {
    consumer.close(CloseOptions.timeout(LAST_WAIT));
  }

  boolean isOver() {
    return leaving && !thread.isAlive();
  }

  private void run() {
    try {
      consumer.subscribe(List.of(topic.name()), this);
      while (!leaving) {
        round();
      }
      commit();
    } catch (KafkaException e) { // the last commit has failed: some messages come again
      problem = failed(e);
    } finally {
      consumer.close(CloseOptions.timeout(LAST_WAIT));
    }
  }

  /** Reads and handles some records; whatever fails is tried again in the next round. */
  private void round() {
    try {
      resume();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (TopicPartition partition : records.partitions()) {
        handle(partition, records.records(partition));
      }
      commit();
      problem = null;
    } catch (RebalanceInProgressException e) {
      // The next poll hands the partitions over, and commits before it does.
    } catch (KafkaException e) {
      problem = failed(e);
      rest();
    }
  }

  private void handle(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (leaving) {
        return;
      }
      Retry before = retries.get(partition);
      int failures = before != null && before.offset() == record.offset() ? before.failures() : 0;
      if (!delivery.isDone(record, failures)) {
        retryLater(partition, record.offset(), failures + 1);
        return;
      }
      retries.remove(partition);
      handled.put(partition, new OffsetAndMetadata(record.offset() + 1));
    }
  }

  private void retryLater(TopicPartition partition, long offset, int failures) {
    retries.put(partition, new Retry(offset, failures, System.nanoTime() + retryDelay.toNanos()));
    consumer.seek(partition, offset);
    consumer.pause(List.of(partition));
  }

  private void resume() {
    long now = System.nanoTime();
    for (TopicPartition partition : consumer.paused()) {
      Retry retry = retries.get(partition);
      if (retry == null || now - retry.dueNanos() >= 0) {
        consumer.resume(List.of(partition));
      }
    }
  }

  private void commit() {
    if (!handled.isEmpty()) {
      consumer.commitSync(handled);
      handled.clear();
    }
  }

  /** The partitions go to another member: what was handled is committed first. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    try {
      commit();
    } finally {
      onPartitionsLost(partitions);
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    handled.keySet().removeAll(partitions);
    retries.keySet().removeAll(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

  private static MessagingException failed(KafkaException cause) {
    return new MessagingException("Kafka cannot be read: " + cause, cause);
  }

  private void rest() {
    try {
      Thread.sleep(REST_MILLIS);
    } catch (InterruptedException e) {
      // Only a handler can have interrupted this thread, which goes on until it is closed.
    }
  }

  @Override
  public Optional<MessagingException> problem() {
    return Optional.ofNullable(problem).or(delivery::problem);
  }

  /** Tells the thread to end after the message in hand. */
  void leave() {
    leaving = true;
  }

  @Override
  public void close() {
    leave();
    if (Thread.currentThread() == thread) {
      return;
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
