package io.foodsafety.runtime.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.StorageException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the city owes. Stored, format 1, as a line of canonical JSON ({@code attributes,
 * contentType, id, key, source, time, topic, type}) and behind it the data as they are.
 *
 * @param topic where it is to be published
 * @param message the message
 */
record OutboxEntry(Topic topic, Message message) {

  byte[] encode() {
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put("topic", topic.name());
    fields.put("id", message.id());
    fields.put("source", message.source());
    fields.put("type", message.type());
    fields.put("key", message.key());
    fields.put("time", message.time().toString());
    fields.put("contentType", message.contentType());
    fields.put("attributes", message.attributes());
    byte[] head = CanonicalJson.write(fields); // has no line break: those in texts are escaped
    byte[] data = message.data();
    return ByteBuffer.allocate(head.length + 1 + data.length)
        .put(head)
        .put((byte) '\n')
        .put(data)
        .array();
  }

  /** Reads an entry; a StorageException if the bytes are none. */
  static OutboxEntry decode(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(Arrays.copyOf(bytes, end));
      Message.Builder message =
          Message.builder(
                  text(fields, "id"),
                  text(fields, "source"),
                  text(fields, "type"),
                  text(fields, "key"),
                  Instant.parse(text(fields, "time")))
              .data(
                  text(fields, "contentType"),
                  Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length));
      if (fields.get("attributes") instanceof Map<?, ?> attributes) {
        attributes.forEach(
            (name, value) -> message.attribute(String.valueOf(name), String.valueOf(value)));
      }
      return new OutboxEntry(Topic.of(text(fields, "topic")), message.build());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StorageException("A message that waits to be sent is damaged.", e);
    }
  }

  private static String text(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The message has no (%s).".formatted(name));
  }
}
