package io.foodsafety.testkit.notification;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Offers whatever it is told to, with the capabilities it is told to declare. */
record ReferenceChannelProvider(
    ConfigKey<String> token,
    Set<NotificationCapability> declared,
    Supplier<NotificationChannel> opening)
    implements NotificationChannelProvider {

  static final ConfigKey<String> TOKEN = ConfigKey.text("token").asSensitive();

  /** A channel that is tested on a board. */
  static ChannelUnderTest tested(
      ConfigKey<String> token,
      Set<NotificationCapability> declared,
      Board board,
      Supplier<NotificationChannel> opening) {
    return ChannelUnderTest.of(
        new ReferenceChannelProvider(token, declared, opening),
        Map.of("token", "T-0815"),
        board,
        "token");
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(token);
  }

  @Override
  public Set<NotificationCapability> capabilities(Config config) {
    return declared;
  }

  @Override
  public NotificationChannel open(Config config) {
    return opening.get();
  }
}
