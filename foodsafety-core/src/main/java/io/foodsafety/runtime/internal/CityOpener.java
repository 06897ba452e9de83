package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.region.Region;
import io.foodsafety.runtime.PluginReport;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.runtime.internal.StorageOpener.OpenStorage;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.messaging.Messaging;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens a city: loads plug-ins, reads policies, opens the storage and checks what is stored in it.
 * It goes on after a problem, so that one exception can list all of them. Used once.
 */
public final class CityOpener {

  private final CitySettings settings;
  private final StartupProblems problems = new StartupProblems();
  private List<PluginReport> reports = List.of();

  /** An opener with all that the host has set. */
  public CityOpener(CitySettings settings) {
    this.settings = settings;
  }

  /** Opens the city, or throws one exception with all problems. */
  public City open() {
    LoadedPlugins plugins = PluginLoader.load(settings.plugins(), problems);
    reports = plugins.reports();
    List<Issue> issues = new ArrayList<>();
    Optional<Region> region = settings.rules().readRegion(plugins, problems);
    CityPolicies policies = settings.rules().readPolicies(region, issues);
    CityForms forms = settings.rules().readForms(region, policies.catalogue(), issues);
    problems.addAll(issues);
    CryptoOpener crypto = new CryptoOpener(settings.crypto(), plugins, problems);
    Optional<CryptoProvider> suite = crypto.suite();
    Optional<AttributeSealing> sealing = suite.map(crypto::sealing);
    StorageOpener storages =
        new StorageOpener(settings.storage(), settings.clock(), plugins, problems);
    Optional<OpenStorage> storage = suite.flatMap(each -> storages.open(each, crypto.suites()));
    Optional<Messaging> messaging = settings.messaging().open(plugins, problems);
    CityChannels channels = settings.channels().open(plugins, problems);
    if (problems.count() > 0 || storage.isEmpty() || messaging.isEmpty()) {
      channels.close();
      messaging.ifPresent(Messaging::close);
      storage.ifPresent(each -> each.storage().close());
      sealing.flatMap(AttributeSealing::keys).ifPresent(KeyRing::close);
      throw problems.toException();
    }
    return new City(
        storage.get().storage(),
        messaging.get(),
        settings.messaging().publishing(),
        channels,
        new CityCrypto(storage.get().digest(), sealing.orElseThrow(), settings.crypto().access()),
        policies,
        forms,
        settings.clock(),
        settings.zone().or(() -> region.map(Region::zone)).orElse(ZoneOffset.UTC),
        values(plugins.formats()),
        values(plugins.renderers()),
        values(plugins.documentRenderers()),
        settings.traceFolder());
  }

  /** The plug-ins that were found; empty before {@link #open}. */
  public List<PluginReport> reports() {
    return reports;
  }

  private static <T> Map<String, T> values(Map<String, Offered<T>> offers) {
    Map<String, T> values = new TreeMap<>();
    offers.forEach((name, offered) -> values.put(name, offered.value()));
    return values;
  }
}
