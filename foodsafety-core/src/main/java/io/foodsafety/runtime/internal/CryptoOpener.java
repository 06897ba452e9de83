package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.crypto.KeyRing;
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
    return plugins
        .find(
            OfferKind.CRYPTO,
            plugins.cryptoProviders(),
            choice.suite(),
            StartupIssues.CRYPTO_UNKNOWN,
            problems)
        .map(Offered::value);
  }

  /** All suites that are offered. */
  List<CryptoProvider> suites() {
    return plugins.cryptoProviders().values().stream().map(Offered::value).toList();
  }

  /** Seals with a suite. */
  AttributeSealing sealing(CryptoProvider suite) {
    return new AttributeSealing(choice.keys().flatMap(keys -> open(keys, suite)), suite, suites());
  }

  private Optional<KeyRing> open(OfferChoice keys, CryptoProvider suite) {
    return new OfferOpening<>(
            OfferKind.KEYS,
            plugins.keyProviders(),
            KeyProvider::configKeys,
            StartupIssues.KEYS_UNKNOWN,
            StartupIssues.KEYS_FAILED)
        .open(keys, (provider, config) -> provider.open(config, suite), plugins, problems);
  }
}
