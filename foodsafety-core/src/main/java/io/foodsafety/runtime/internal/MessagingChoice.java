package io.foodsafety.runtime.internal;

import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
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
    return new OfferOpening<>(
            OfferKind.MESSAGING,
            plugins.messagings(),
            MessagingProvider::configKeys,
            StartupIssues.MESSAGING_UNKNOWN,
            StartupIssues.MESSAGING_FAILED)
        .open(name, settings, MessagingProvider::open, plugins, problems);
  }
}
