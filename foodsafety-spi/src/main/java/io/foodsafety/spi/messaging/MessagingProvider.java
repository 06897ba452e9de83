package io.foodsafety.spi.messaging;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Set;

/** A kind of messaging, chosen by name. Safe for use by many threads. */
public interface MessagingProvider {

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return the settings it reads} */
  List<ConfigKey<?>> configKeys();

  /**
   * What a messaging with these settings can do beyond the contract.
   *
   * @param config the settings
   * @return the capabilities
   */
  Set<MessagingCapability> capabilities(Config config);

  /**
   * Opens the messaging. It need not be reachable yet.
   *
   * @param config the settings
   * @return the open messaging
   * @throws MessagingException if it cannot be opened
   */
  Messaging open(Config config);
}
