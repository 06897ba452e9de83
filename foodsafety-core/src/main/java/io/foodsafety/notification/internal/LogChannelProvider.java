package io.foodsafety.notification.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Offers the channel {@code log}, for trials and for whoever reads the log anyway. */
public final class LogChannelProvider implements NotificationChannelProvider {

  /** The name by which it is chosen. */
  public static final String NAME = "log";

  /** The logger that gets the notices, at level info. */
  static final String LOGGER = "io.foodsafety.notification";

  private final Consumer<String> log;

  /** A provider. */
  public LogChannelProvider() {
    this(LoggerFactory.getLogger(LOGGER)::info);
  }

  /** A provider that writes elsewhere. */
  LogChannelProvider(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  @Override
  public Set<NotificationCapability> capabilities(Config config) {
    return Set.of();
  }

  @Override
  public NotificationChannel open(Config config) {
    return new LogChannel(log);
  }
}
