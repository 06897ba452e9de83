package io.foodsafety.spi.notification;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Set;

/** A kind of channel, chosen by name. Safe for use by many threads. */
public interface NotificationChannelProvider {

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return the settings it reads} */
  List<ConfigKey<?>> configKeys();

  /**
   * What a channel with these settings does beyond the contract.
   *
   * @param config the settings
   * @return the capabilities
   */
  Set<NotificationCapability> capabilities(Config config);

  /**
   * Opens the channel. What is outside need not be reachable yet.
   *
   * @param config the settings
   * @return the open channel
   * @throws NotificationException if it cannot be opened
   */
  NotificationChannel open(Config config);
}
