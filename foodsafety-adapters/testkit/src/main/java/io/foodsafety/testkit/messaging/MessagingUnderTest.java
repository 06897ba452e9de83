package io.foodsafety.testkit.messaging;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.time.Duration;
import java.util.Map;

/** A provider and settings to be tested. Immutable. */
public final class MessagingUnderTest {

  private final MessagingProvider provider;
  private final Config config;
  private final Duration patience;

  private MessagingUnderTest(MessagingProvider provider, Config config, Duration patience) {
    this.provider = provider;
    this.config = config;
    this.patience = patience;
  }

  /**
   * A messaging to be tested, of which a message is expected within 20 seconds.
   *
   * @param provider its provider
   * @param settings its settings; under them, data of two megabytes must be too long
   * @return the messaging
   */
  public static MessagingUnderTest of(MessagingProvider provider, Map<String, String> settings) {
    return new MessagingUnderTest(
        provider, Config.parse(provider.configKeys(), settings), Duration.ofSeconds(20));
  }

  /**
   * The same messaging with another patience.
   *
   * @param newPatience how long a rule waits for a message before it fails
   * @return the messaging
   */
  public MessagingUnderTest withPatience(Duration newPatience) {
    return new MessagingUnderTest(provider, config, newPatience);
  }

  /** Opens the messaging; also again, and also while it is open. */
  Messaging open() {
    return provider.open(config);
  }

  boolean can(MessagingCapability capability) {
    return provider.capabilities(config).contains(capability);
  }

  Duration patience() {
    return patience;
  }
}
