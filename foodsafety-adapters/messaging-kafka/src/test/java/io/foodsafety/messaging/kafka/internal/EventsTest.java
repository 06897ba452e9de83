package io.foodsafety.messaging.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** A message is a CloudEvent in the binary mode of the Kafka binding. */
class EventsTest {

  private static final Topic TOPIC = Topic.of("city-events");
  private static final byte[] DATA = "{\"id\":\"F1\"}".getBytes(StandardCharsets.UTF_8);

  private static final Message MESSAGE =
      Message.builder(
              "facts/F1@1",
              "/foodsafety/city-events",
              "io.foodsafety.fact-recorded.v1",
              "business:S1",
              Instant.parse("2024-06-01T08:00:00Z"))
          .data("application/json", DATA)
          .attribute("kind", "inspection")
          .build();

  private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value, Headers headers) {
    return new ConsumerRecord<>(
        TOPIC.name(),
        2,
        7,
        1_000,
        TimestampType.CREATE_TIME,
        0,
        0,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value,
        headers,
        Optional.empty());
  }

  private static Headers headers(Map<String, String> values) {
    Headers headers = new RecordHeaders();
    values.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return headers;
  }

  @Test
  void writesThePartsAsHeadersAndTheDataAsValue() {
    ProducerRecord<String, byte[]> written = Events.write(TOPIC, MESSAGE);
    assertThat(written.topic()).isEqualTo("city-events");
    assertThat(written.key()).isEqualTo("business:S1");
    assertThat(written.value()).isEqualTo(DATA);
    Map<String, String> headers = new TreeMap<>();
    written
        .headers()
        .forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
    assertThat(headers)
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "facts/F1@1",
                "ce_source", "/foodsafety/city-events",
                "ce_type", "io.foodsafety.fact-recorded.v1",
                "ce_subject", "business:S1",
                "ce_time", "2024-06-01T08:00:00Z",
                "ce_partitionkey", "business:S1",
                "ce_kind", "inspection",
                "content-type", "application/json"));
    assertThat(Events.read(record("business:S1", DATA, written.headers()))).isEqualTo(MESSAGE);
  }

  @Test
  void readsTheEventsOfOthers() {
    Map<String, String> least =
        Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_source", "/other", "ce_type", "t");
    Message read = Events.read(record("k", null, headers(least)));
    assertThat(read.key()).isEqualTo("k");
    assertThat(read.time()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(read.contentType()).isEqualTo("application/octet-stream");
    assertThat(read.data()).isEmpty();

    Map<String, String> more = new TreeMap<>(least);
    more.put("ce_subject", "S");
    assertThat(Events.read(record("k", DATA, headers(more))).key()).isEqualTo("S");
    assertThat(Events.read(record(null, DATA, headers(least))).key()).isEqualTo("1");
  }

  @Test
  void keepsWhatItCannotRead() {
    ConsumerRecord<byte[], byte[]> foreign = record("k", DATA, new RecordHeaders());
    assertThatThrownBy(() -> Events.read(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no CloudEvent");
    Map<String, String> wrong =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            "1",
            "ce_source",
            "/o",
            "ce_type",
            "t",
            "ce_time",
            "no");
    ConsumerRecord<byte[], byte[]> damaged = record("k", DATA, headers(wrong));
    assertThatThrownBy(() -> Events.read(damaged)).isInstanceOf(IllegalArgumentException.class);

    Message kept = Events.unreadable(foreign);
    assertThat(kept.id()).isEqualTo("city-events/2/7");
    assertThat(kept.key()).isEqualTo("k");
    assertThat(kept.data()).isEqualTo(DATA);
    assertThat(Events.unreadable(record("line\nbreak", null, new RecordHeaders())).key())
        .isEqualTo("city-events/2/7");
  }
}
