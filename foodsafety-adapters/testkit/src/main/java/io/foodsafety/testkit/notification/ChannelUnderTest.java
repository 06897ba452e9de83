package io.foodsafety.testkit.notification;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider with settings, and the other side of its channel, to be tested. Immutable. */
public final class ChannelUnderTest {

  private final NotificationChannelProvider provider;
  private final Map<String, String> settings;
  private final Set<String> secrets;
  private final Outside outside;
  private final Duration patience;

  private ChannelUnderTest(
      NotificationChannelProvider provider,
      Map<String, String> settings,
      Set<String> secrets,
      Outside outside,
      Duration patience) {
    this.provider = provider;
    this.settings = Map.copyOf(settings);
    this.secrets = Set.copyOf(secrets);
    this.outside = outside;
    this.patience = patience;
  }

  /**
   * A channel to be tested.
   *
   * @param provider its provider
   * @param settings its settings; under them, a delivery that is not answered ends after about a
   *     second
   * @param outside its other side
   * @param secrets those of the settings that nobody may see, by name
   * @return the channel
   */
  public static ChannelUnderTest of(
      NotificationChannelProvider provider,
      Map<String, String> settings,
      Outside outside,
      String... secrets) {
    return new ChannelUnderTest(
        provider, settings, Set.of(secrets), outside, Duration.ofSeconds(10));
  }

  /**
   * The same channel with another patience.
   *
   * @param newPatience how long a rule waits for a notice, or for the end of a delivery, before it
   *     fails; 10 seconds without this
   * @return the channel
   */
  public ChannelUnderTest withPatience(Duration newPatience) {
    return new ChannelUnderTest(provider, settings, secrets, outside, newPatience);
  }

  private Config config() {
    return Config.parse(provider.configKeys(), settings);
  }

  NotificationChannel open() {
    return provider.open(config());
  }

  boolean can(NotificationCapability capability) {
    return provider.capabilities(config()).contains(capability);
  }

  Outside outside() {
    return outside;
  }

  Duration patience() {
    return patience;
  }

  /** The keys of the settings that are secret. */
  List<ConfigKey<?>> secretKeys() {
    return provider.configKeys().stream().filter(key -> secrets.contains(key.name())).toList();
  }

  Set<String> secretNames() {
    return secrets;
  }

  /** What nobody may see. */
  List<String> secretValues() {
    return secrets.stream().map(settings::get).toList();
  }
}
