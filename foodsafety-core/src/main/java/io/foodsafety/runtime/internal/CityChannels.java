package io.foodsafety.runtime.internal;

import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.RecipientDirectory;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The open channels of a city, and who is who.
 *
 * @param channels the channels by name
 * @param directory says who holds which role
 */
record CityChannels(Map<String, Open> channels, RecipientDirectory directory)
    implements AutoCloseable {

  /**
   * An open channel.
   *
   * @param channel the channel
   * @param isAddressed whether it needs an address for each recipient
   */
  record Open(NotificationChannel channel, boolean isAddressed) {}

  CityChannels {
    channels = Collections.unmodifiableMap(new TreeMap<>(channels));
  }

  /** Closes all channels; throws what the first one threw that failed, with the others. */
  @Override
  public void close() {
    RuntimeException failure = null;
    for (Open each : channels.values()) {
      try {
        each.channel().close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
