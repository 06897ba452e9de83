package io.foodsafety.messaging.kafka.internal;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Messages as records, by the Kafka binding of CloudEvents. */
final class Events {

  /** The type of the message that stands for a record that is no CloudEvent. */
  static final String UNREADABLE = "io.foodsafety.unreadable-record.v1";

  /** The extension by which the Kafka binding knows the key. */
  private static final String PARTITION_KEY = "partitionkey";

  private static final String NO_TYPE = "application/octet-stream";

  private Events() {}

  static ProducerRecord<String, byte[]> write(Topic topic, Message message) {
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(message.id())
            .withSource(URI.create(message.source()))
            .withType(message.type())
            .withSubject(message.key())
            .withTime(OffsetDateTime.ofInstant(message.time(), ZoneOffset.UTC))
            .withDataContentType(message.contentType())
            .withData(message.data())
            .withExtension(PARTITION_KEY, message.key());
    message.attributes().forEach(event::withExtension);
    return KafkaMessageFactory.createWriter(topic.name(), message.key()).writeBinary(event.build());
  }

  /**
   * Reads a record that we, or anybody else, have written.
   *
   * @throws IllegalArgumentException if it is no CloudEvent in binary mode, or does not fit
   */
  static Message read(ConsumerRecord<byte[], byte[]> record) {
    CloudEvent event;
    try {
      event = KafkaMessageFactory.createReader(record).toEvent();
    } catch (CloudEventRWException | IllegalStateException e) {
      throw new IllegalArgumentException("The record is no CloudEvent: " + e.getMessage(), e);
    }
    Message.Builder message =
        Message.builder(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                key(event, record),
                Optional.ofNullable(event.getTime())
                    .map(OffsetDateTime::toInstant)
                    .orElseGet(() -> Instant.ofEpochMilli(record.timestamp())))
            .data(Optional.ofNullable(event.getDataContentType()).orElse(NO_TYPE), data(event));
    for (String name : event.getExtensionNames()) {
      Object value = event.getExtension(name);
      if (!name.equals(PARTITION_KEY) && value != null) {
        message.attribute(name, value.toString());
      }
    }
    return message.build();
  }

  private static String key(CloudEvent event, ConsumerRecord<byte[], byte[]> record) {
    Object partitionKey = event.getExtension(PARTITION_KEY);
    if (partitionKey != null) {
      return partitionKey.toString();
    }
    return Optional.ofNullable(event.getSubject())
        .orElseGet(() -> text(record.key(), event.getId()));
  }

  private static byte[] data(CloudEvent event) {
    CloudEventData data = event.getData();
    return data == null ? new byte[0] : data.toBytes();
  }

  /** What stands for a record that cannot be read, in the dead letters. */
  static Message unreadable(ConsumerRecord<byte[], byte[]> record) {
    String place = "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
    byte[] value = record.value();
    return Message.builder(
            place,
            "/kafka/" + record.topic(),
            UNREADABLE,
            text(record.key(), place),
            Instant.ofEpochMilli(Math.max(0, record.timestamp())))
        .data(NO_TYPE, value == null ? new byte[0] : value)
        .build();
  }

  /** A key as text, if it is one that a message can have. */
  private static String text(byte @Nullable [] key, String otherwise) {
    if (key == null || key.length == 0 || key.length > Message.MAX_LENGTH) {
      return otherwise;
    }
    String text = new String(key, StandardCharsets.UTF_8);
    return text.codePoints().anyMatch(Character::isISOControl) ? otherwise : text;
  }
}
