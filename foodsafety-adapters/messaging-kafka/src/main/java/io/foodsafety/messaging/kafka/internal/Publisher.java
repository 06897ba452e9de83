package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessagesRefusedException;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes in waves: the first message of each key, when these are acknowledged the second of
 * each, and so on. So whatever fails, no message was accepted without those of its key ahead of it;
 * an idempotent producer alone does not give this once it has given a message up. Safe for use by
 * many threads.
 */
final class Publisher {

  private record Sending(Message message, Future<RecordMetadata> future) {}

  private final Producer<String, byte[]> producer;
  private final int maxBytes;

  Publisher(Producer<String, byte[]> producer, int maxBytes) {
    this.producer = producer;
    this.maxBytes = maxBytes;
  }

  /** Publishes under the rules of {@link io.foodsafety.spi.messaging.Messaging#publish}. */
  void publish(Topic topic, List<Message> messages) {
    Map<Message, String> refused = new LinkedHashMap<>();
    Map<String, Deque<Message>> byKey = new LinkedHashMap<>();
    for (Message each : messages) {
      if (each.size() > maxBytes) {
        refused.put(
            each,
            "Its %d bytes of data are more than the %d allowed (maxBytes)."
                .formatted(each.size(), maxBytes));
      } else {
        byKey.computeIfAbsent(each.key(), any -> new ArrayDeque<>()).add(each);
      }
    }
    while (!byKey.isEmpty()) {
      List<Message> wave = byKey.values().stream().map(Deque::remove).toList();
      byKey.values().removeIf(Deque::isEmpty);
      publishWave(topic, wave, refused);
    }
    if (!refused.isEmpty()) {
      throw new MessagesRefusedException(refused);
    }
  }

  private void publishWave(Topic topic, List<Message> wave, Map<Message, String> refused) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Sending> sending = new ArrayList<>(wave.size());
    for (Message each : wave) {
      send(topic, each, failure).ifPresent(future -> sending.add(new Sending(each, future)));
      if (failure.get() != null) {
        break; // each further one might wait as long for brokers that cannot be reached
      }
    }
    // Nothing may be under way any more when this returns, or it could come behind what follows.
    for (Sending each : sending) {
      try {
        each.future().get();
      } catch (ExecutionException e) {
        Throwable cause = Clients.cause(e);
        if (isForGood(cause)) {
          refused.put(each.message(), String.valueOf(cause.getMessage()));
        } else {
          failure.compareAndSet(null, cause);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MessagingException("Publishing was interrupted.", e);
      }
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new MessagingException(
          "Kafka has not accepted all messages for topic (%s): %s".formatted(topic, cause), cause);
    }
  }

  /** Sends a message; notes a failure that is not the message's own, now or later. */
  private Optional<Future<RecordMetadata>> send(
      Topic topic, Message message, AtomicReference<@Nullable Throwable> failure) {
    try {
      return Optional.of(
          producer.send(
              Events.write(topic, message),
              (metadata, thrown) -> {
                if (thrown != null && !isForGood(thrown)) {
                  failure.compareAndSet(null, thrown);
                }
              }));
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
      return Optional.empty();
    }
  }

  /** Whether the same message would be refused again, whatever the state of the brokers. */
  private static boolean isForGood(Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof InvalidRecordException
        || failure instanceof SerializationException;
  }
}
