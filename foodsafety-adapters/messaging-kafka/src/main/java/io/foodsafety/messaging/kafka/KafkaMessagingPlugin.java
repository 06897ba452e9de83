package io.foodsafety.messaging.kafka;

import io.foodsafety.messaging.kafka.internal.KafkaMessagingProvider;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.util.List;

/** Offers the messaging {@code kafka}. */
public final class KafkaMessagingPlugin implements FoodSafetyPlugin {

  /** The plug-in, as {@link java.util.ServiceLoader} makes it. */
  public KafkaMessagingPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-messaging-kafka", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<MessagingProvider> messagingProviders() {
    return List.of(new KafkaMessagingProvider());
  }
}
