package io.foodsafety.runtime.internal;

import io.foodsafety.notification.RecipientList;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.notification.RecipientDirectory;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The channels that the host has chosen, and who is who.
 *
 * @param offers the channels, by name
 * @param directory says who holds which role
 */
public record ChannelChoice(Map<String, OfferChoice> offers, RecipientDirectory directory) {

  /** Copies the channels. */
  public ChannelChoice {
    offers = Collections.unmodifiableMap(new TreeMap<>(offers));
  }

  /** No channels, and nobody. */
  public static ChannelChoice none() {
    return new ChannelChoice(Map.of(), RecipientList.empty());
  }

  /** The same choice with one channel more, or with other settings of one. */
  public ChannelChoice with(OfferChoice offer) {
    Map<String, OfferChoice> more = new TreeMap<>(offers);
    more.put(offer.name(), offer);
    return new ChannelChoice(more, directory);
  }

  /** The same choice with another directory. */
  public ChannelChoice with(RecipientDirectory newDirectory) {
    return new ChannelChoice(offers, newDirectory);
  }

  /** Opens what can be opened; all else is a problem. */
  CityChannels open(LoadedPlugins plugins, StartupProblems problems) {
    OfferOpening<NotificationChannelProvider> opening =
        new OfferOpening<>(
            OfferKind.CHANNEL,
            plugins.channels(),
            NotificationChannelProvider::configKeys,
            StartupIssues.CHANNEL_UNKNOWN,
            StartupIssues.CHANNEL_FAILED);
    Map<String, CityChannels.Open> opened = new TreeMap<>();
    offers.forEach(
        (name, offer) ->
            opening
                .open(offer, ChannelChoice::open, plugins, problems)
                .ifPresent(channel -> opened.put(name, channel)));
    return new CityChannels(opened, directory);
  }

  private static CityChannels.Open open(NotificationChannelProvider provider, Config config) {
    boolean isAddressed = provider.capabilities(config).contains(NotificationCapability.ADDRESSED);
    return new CityChannels.Open(provider.open(config), isAddressed);
  }
}
