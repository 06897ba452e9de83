package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.crypto.KeyRing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the suite and opens the keys that the host has chosen; what is wrong is a problem. */
final class CryptoOpener {

  private final CryptoChoice choice;
  private final LoadedPlugins plugins;
  private final StartupProblems problems;

  CryptoOpener(CryptoChoice choice, LoadedPlugins plugins, StartupProblems problems) {
    this.choice = choice;
    this.plugins = plugins;
    this.problems = problems;
  }

  /** The chosen suite. */
  Optional<CryptoProvider> suite() {
    Offered<CryptoProvider> offered = plugins.cryptoProviders().get(choice.suite());
    if (offered == null) {
      unknown(StartupIssues.CRYPTO_UNKNOWN, choice.suite(), plugins.cryptoProviders().keySet());
      return Optional.empty();
    }
    return Optional.of(offered.value());
  }

  /** All suites that are offered. */
  List<CryptoProvider> suites() {
    return plugins.cryptoProviders().values().stream().map(Offered::value).toList();
  }

  /** Seals with a suite. */
  AttributeSealing sealing(CryptoProvider suite) {
    return new AttributeSealing(choice.keys().flatMap(name -> open(name, suite)), suite, suites());
  }

  private Optional<KeyRing> open(String name, CryptoProvider suite) {
    Offered<KeyProvider> offered = plugins.keyProviders().get(name);
    if (offered == null) {
      unknown(StartupIssues.KEYS_UNKNOWN, name, plugins.keyProviders().keySet());
      return Optional.empty();
    }
    return OfferSettings.check(
            OfferKind.KEYS, name, offered, KeyProvider::configKeys, choice.keySettings(), problems)
        .flatMap(
            config ->
                PluginBoundary.call(
                    () -> offered.value().open(config, suite),
                    cause ->
                        problems.add(
                            StartupIssues.KEYS_FAILED
                                .at(new Location(offered.source(), 0, ""))
                                .with("plugin", offered.plugin())
                                .with("name", name)
                                .with("cause", PluginBoundary.describe(cause))
                                .build(),
                            cause)));
  }

  private void unknown(IssueType type, String name, Collection<String> known) {
    problems.add(
        type.at(Location.unknown())
            .with("name", name)
            .with("nearest", NearestNames.of(name, known))
            .build());
  }
}
