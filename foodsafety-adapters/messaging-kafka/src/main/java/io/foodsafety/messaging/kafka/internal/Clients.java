package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.MessagingException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the clients. What the guarantees rest on is set here and cannot be set otherwise: an
 * idempotent producer that waits for all replicas, consumers that commit by themselves only.
 */
final class Clients {

  /** What headers and the frame of a record may need beside its data. */
  static final int FRAME_BYTES = 64 << 10;

  /** Few enough that handlers are done with them long before the broker gives a member up. */
  private static final int MOST_RECORDS = 100;

  private static final int MOST_BEAT_MILLIS = 1_000;

  private final Settings settings;
  private final Map<String, Object> common;

  Clients(Settings settings) {
    this.settings = settings;
    this.common = common(settings);
  }

  private static Map<String, Object> common(Settings settings) {
    Map<String, Object> common = new HashMap<>();
    if (!settings.clientFile().isEmpty()) {
      Properties file = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(settings.clientFile()))) {
        file.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new MessagingException(
            "The file (%s) with settings of the Kafka clients cannot be read."
                .formatted(settings.clientFile()),
            e);
      }
      file.stringPropertyNames().forEach(name -> common.put(name, file.getProperty(name)));
    }
    common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
    common.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(settings.timeout()));
    common.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, requestMillis(settings.timeout()));
    common.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return common;
  }

  private static int millis(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toMillis()));
  }

  /** A request that is lost is sent again before the time is over. */
  private static int requestMillis(Duration timeout) {
    return Math.max(1, millis(timeout) / 3);
  }

  Admin admin() {
    return make(() -> Admin.create(new HashMap<>(common)));
  }

  KafkaProducer<String, byte[]> producer() {
    Map<String, Object> own = new HashMap<>(common);
    own.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
    own.put(ProducerConfig.ACKS_CONFIG, "all");
    own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // With several under way, a partition whose leader is not ready yet may refuse the first and
    // accept the second; the first is then out of sequence for ever.
    own.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    own.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(settings.timeout()));
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis(settings.timeout()));
    own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.maxBytes() + FRAME_BYTES);
    return make(() -> new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer()));
  }

  KafkaConsumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> own = new HashMap<>(common);
    own.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    own.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(settings.session()));
    own.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        Math.min(MOST_BEAT_MILLIS, Math.max(1, millis(settings.session()) / 4)));
    return make(
        () -> new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /** What a client says has failed. */
  static Throwable cause(ExecutionException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }

  /** Makes a client. */
  private interface Maker<T> {
    T make();
  }

  private static <T> T make(Maker<T> maker) {
    try {
      return maker.make();
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new MessagingException(
          "The Kafka client cannot be made: %s".formatted(cause.getMessage()), e);
    }
  }
}
