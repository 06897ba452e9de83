package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics that are missing. Safe for use by many threads. */
final class Topics {

  private final Admin admin;
  private final Settings settings;
  private final Set<Topic> known = ConcurrentHashMap.newKeySet();

  Topics(Admin admin, Settings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /** Creates the topic unless it is there; asks the brokers once for each topic. */
  void require(Topic topic) {
    if (!settings.createTopics() || known.contains(topic)) {
      return;
    }
    try {
      admin.createTopics(List.of(newTopic(topic))).all().get();
    } catch (ExecutionException e) {
      Throwable cause = Clients.cause(e);
      if (!(cause instanceof TopicExistsException)) {
        throw new MessagingException(
            "The topic (%s) cannot be created: %s".formatted(topic, cause), cause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MessagingException("The creation of a topic was interrupted.", e);
    }
    known.add(topic);
  }

  private NewTopic newTopic(Topic topic) {
    Optional<Short> replication =
        settings.replication() == 0
            ? Optional.empty()
            : Optional.of((short) settings.replication());
    // A dead letter is longer than the message by its reason.
    int most = settings.maxBytes() + Clients.FRAME_BYTES * (topic.isDeadLetters() ? 2 : 1);
    return new NewTopic(topic.name(), Optional.of(settings.partitions()), replication)
        .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(most)));
  }
}
