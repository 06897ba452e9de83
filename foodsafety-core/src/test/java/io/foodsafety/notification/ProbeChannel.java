package io.foodsafety.notification;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A channel that keeps what it is handed, or throws what it is told to. */
final class ProbeChannel implements FoodSafetyPlugin, NotificationChannelProvider {

  private final String name;
  private final Set<NotificationCapability> capabilities;
  private final List<Notice> delivered = new ArrayList<>();
  private final Map<String, RuntimeException> failures = new HashMap<>();
  private int calls;
  private boolean closed;

  ProbeChannel(String name, NotificationCapability... capabilities) {
    this.name = name;
    this.capabilities = Set.of(capabilities);
  }

  /** Throws whenever it is handed a notice to a recipient; all of them if that is empty. */
  void fail(String recipient, RuntimeException failure) {
    failures.put(recipient, failure);
  }

  /** Nothing fails any more. */
  void recover() {
    failures.clear();
  }

  List<Notice> delivered() {
    return List.copyOf(delivered);
  }

  /** How often it was handed a notice. */
  int calls() {
    return calls;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(name, "1", SpiVersion.of(0, 1));
  }

  @Override
  public List<NotificationChannelProvider> notificationChannels() {
    return List.of(this);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  @Override
  public Set<NotificationCapability> capabilities(Config config) {
    return capabilities;
  }

  @Override
  public NotificationChannel open(Config config) {
    return new NotificationChannel() {
      @Override
      public void deliver(Notice notice) {
        calls++;
        RuntimeException failure = failures.getOrDefault(notice.recipient(), failures.get(""));
        if (failure != null) {
          throw failure;
        }
        delivered.add(notice);
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }
}
