package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Offers the messaging {@code kafka}. */
public final class KafkaMessagingProvider implements MessagingProvider {

  /** A provider. */
  public KafkaMessagingProvider() {}

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return Settings.KEYS;
  }

  @Override
  public Set<MessagingCapability> capabilities(Config config) {
    return EnumSet.allOf(MessagingCapability.class);
  }

  @Override
  public Messaging open(Config config) {
    return KafkaMessaging.open(Settings.of(config));
  }
}
