package io.foodsafety.testkit.fault;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Offers the messaging of another provider under the name {@value #NAME}, with faults. It has the
 * settings and the capabilities of that provider. Safe for use by many threads.
 */
public final class FaultyMessagingPlugin implements FoodSafetyPlugin, MessagingProvider {

  /** The name by which the messaging is chosen. */
  public static final String NAME = "faulty-messaging";

  private final MessagingProvider provider;
  private final UnaryOperator<Messaging> faults;

  private FaultyMessagingPlugin(MessagingProvider provider, UnaryOperator<Messaging> faults) {
    this.provider = provider;
    this.faults = faults;
  }

  /**
   * A messaging with faults.
   *
   * @param provider opens the messaging underneath
   * @param faults wraps what was opened
   * @return the plug-in
   */
  public static FaultyMessagingPlugin of(
      MessagingProvider provider, UnaryOperator<Messaging> faults) {
    return new FaultyMessagingPlugin(provider, faults);
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(NAME, "1", SpiVersion.of(0, 1));
  }

  @Override
  public List<MessagingProvider> messagingProviders() {
    return List.of(this);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return provider.configKeys();
  }

  @Override
  public Set<MessagingCapability> capabilities(Config config) {
    return provider.capabilities(config);
  }

  @Override
  public Messaging open(Config config) {
    return faults.apply(provider.open(config));
  }
}
