package io.foodsafety.runtime.internal;

import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.inprocess.InProcessProvider;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.util.Optional;

/**
 * The messaging that the host has chosen.
 *
 * @param offer whose it is
 * @param publishing what the city publishes; nothing if it publishes nothing
 */
public record MessagingChoice(OfferChoice offer, Optional<Publishing> publishing) {

  /** Messages stay in the process, and nothing is published. */
  public static MessagingChoice standard() {
    return new MessagingChoice(OfferChoice.of(InProcessProvider.NAME), Optional.empty());
  }

  /** The same choice with another messaging. */
  public MessagingChoice with(OfferChoice newOffer) {
    return new MessagingChoice(newOffer, publishing);
  }

  /** The same choice with something that is published. */
  public MessagingChoice with(Publishing newPublishing) {
    return new MessagingChoice(offer, Optional.of(newPublishing));
  }

  /** Opens it; nothing if that fails, which is then a problem. */
  Optional<Messaging> open(LoadedPlugins plugins, StartupProblems problems) {
    return new OfferOpening<>(
            OfferKind.MESSAGING,
            plugins.messagings(),
            MessagingProvider::configKeys,
            StartupIssues.MESSAGING_UNKNOWN,
            StartupIssues.MESSAGING_FAILED)
        .open(offer, MessagingProvider::open, plugins, problems);
  }
}
