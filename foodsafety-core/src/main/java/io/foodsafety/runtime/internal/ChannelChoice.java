package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.notification.RecipientList;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.notification.RecipientDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The channels that the host has chosen, and who is who.
 *
 * @param settings the settings of each channel, by its name
 * @param directory says who holds which role
 */
public record ChannelChoice(
    Map<String, Map<String, String>> settings, RecipientDirectory directory) {

  /** Copies the settings. */
  public ChannelChoice {
    settings = Map.copyOf(settings);
  }

  /** No channels, and nobody. */
  public static ChannelChoice none() {
    return new ChannelChoice(Map.of(), RecipientList.empty());
  }

  /** The same choice with one channel more, or with other settings of one. */
  public ChannelChoice with(String name, Map<String, String> newSettings) {
    Map<String, Map<String, String>> more = new TreeMap<>(settings);
    more.put(name, Map.copyOf(newSettings));
    return new ChannelChoice(more, directory);
  }

  /** The same choice with another directory. */
  public ChannelChoice with(RecipientDirectory newDirectory) {
    return new ChannelChoice(settings, newDirectory);
  }

  /** Opens what can be opened; all else is a problem. */
  CityChannels open(LoadedPlugins plugins, StartupProblems problems) {
    Map<String, CityChannels.Open> opened = new TreeMap<>();
    new TreeMap<>(settings)
        .forEach(
            (name, chosen) ->
                open(name, chosen, plugins, problems)
                    .ifPresent(channel -> opened.put(name, channel)));
    return new CityChannels(opened, directory);
  }

  private static Optional<CityChannels.Open> open(
      String name, Map<String, String> chosen, LoadedPlugins plugins, StartupProblems problems) {
    Offered<NotificationChannelProvider> offered = plugins.channels().get(name);
    if (offered == null) {
      reportUnknown(name, plugins, problems);
      return Optional.empty();
    }
    return OfferSettings.check(
            OfferKind.CHANNEL,
            name,
            offered,
            NotificationChannelProvider::configKeys,
            chosen,
            problems)
        .flatMap(config -> open(name, offered, config, problems));
  }

  /** A name that several plug-ins offer has been reported already. */
  private static void reportUnknown(String name, LoadedPlugins plugins, StartupProblems problems) {
    if (!plugins.isOffered(OfferKind.CHANNEL, name)) {
      problems.add(
          StartupIssues.CHANNEL_UNKNOWN
              .at(Location.unknown())
              .with("name", name)
              .with("nearest", NearestNames.of(name, plugins.channels().keySet()))
              .build());
    }
  }

  private static Optional<CityChannels.Open> open(
      String name,
      Offered<NotificationChannelProvider> offered,
      Config config,
      StartupProblems problems) {
    return PluginBoundary.call(
        () -> {
          boolean isAddressed =
              offered.value().capabilities(config).contains(NotificationCapability.ADDRESSED);
          return new CityChannels.Open(offered.value().open(config), isAddressed);
        },
        cause ->
            problems.add(
                StartupIssues.CHANNEL_FAILED
                    .at(new Location(offered.source(), 0, ""))
                    .with("plugin", offered.plugin())
                    .with("name", name)
                    .with("cause", PluginBoundary.describe(cause))
                    .build(),
                cause));
  }
}
