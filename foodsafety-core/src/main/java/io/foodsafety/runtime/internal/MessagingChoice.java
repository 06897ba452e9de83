package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.util.Map;
import java.util.Optional;

/**
 * The messaging that the host has chosen.
 *
 * @param name its name
 * @param settings its settings
 * @param publishing what the city publishes; nothing if it publishes nothing
 */
public record MessagingChoice(
    String name, Map<String, String> settings, Optional<Publishing> publishing) {

  /** Opens it; nothing if that fails, which is then a problem. */
  Optional<Messaging> open(LoadedPlugins plugins, StartupProblems problems) {
    Offered<MessagingProvider> offered = plugins.messagings().get(name);
    if (offered == null) {
      reportUnknown(plugins, problems);
      return Optional.empty();
    }
    return OfferSettings.check(
            OfferKind.MESSAGING, name, offered, MessagingProvider::configKeys, settings, problems)
        .flatMap(config -> open(offered, config, problems));
  }

  /** A name that several plug-ins offer has been reported already. */
  private void reportUnknown(LoadedPlugins plugins, StartupProblems problems) {
    if (!plugins.isOffered(OfferKind.MESSAGING, name)) {
      problems.add(
          StartupIssues.MESSAGING_UNKNOWN
              .at(Location.unknown())
              .with("name", name)
              .with("nearest", NearestNames.of(name, plugins.messagings().keySet()))
              .build());
    }
  }

  private Optional<Messaging> open(
      Offered<MessagingProvider> offered, Config config, StartupProblems problems) {
    return PluginBoundary.call(
        () -> offered.value().open(config),
        cause ->
            problems.add(
                StartupIssues.MESSAGING_FAILED
                    .at(new Location(offered.source(), 0, ""))
                    .with("plugin", offered.plugin())
                    .with("name", name)
                    .with("cause", PluginBoundary.describe(cause))
                    .build(),
                cause));
  }
}
