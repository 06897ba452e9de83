package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.messaging.MessagingProvider;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.spi.storage.StorageProvider;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the plug-ins offer, by name, after preferences.
 *
 * @param storages storages by name
 * @param messagings messagings by name
 * @param channels channels to people by name
 * @param formats record formats by name
 * @param regions region packs by id
 * @param renderers report renderers by name
 * @param documentRenderers document renderers by name
 * @param cryptoProviders suites of hash function and cipher by name
 * @param keyProviders places of keys by name
 * @param reports every plug-in that was found, by id
 */
record LoadedPlugins(
    Map<String, Offered<StorageProvider>> storages,
    Map<String, Offered<MessagingProvider>> messagings,
    Map<String, Offered<NotificationChannelProvider>> channels,
    Map<String, Offered<RecordFormat>> formats,
    Map<String, Offered<RegionPack>> regions,
    Map<String, Offered<ReportRenderer>> renderers,
    Map<String, Offered<DocumentRenderer>> documentRenderers,
    Map<String, Offered<CryptoProvider>> cryptoProviders,
    Map<String, Offered<KeyProvider>> keyProviders,
    List<PluginReport> reports) {

  /**
   * An offer and whose it is.
   *
   * @param plugin the id of the plug-in
   * @param source where it came from
   * @param value what is offered
   * @param <T> the kind of offer
   */
  record Offered<T>(String plugin, String source, T value) {}

  LoadedPlugins {
    storages = Collections.unmodifiableMap(new TreeMap<>(storages));
    messagings = Collections.unmodifiableMap(new TreeMap<>(messagings));
    channels = Collections.unmodifiableMap(new TreeMap<>(channels));
    formats = Collections.unmodifiableMap(new TreeMap<>(formats));
    regions = Collections.unmodifiableMap(new TreeMap<>(regions));
    renderers = Collections.unmodifiableMap(new TreeMap<>(renderers));
    documentRenderers = Collections.unmodifiableMap(new TreeMap<>(documentRenderers));
    cryptoProviders = Collections.unmodifiableMap(new TreeMap<>(cryptoProviders));
    keyProviders = Collections.unmodifiableMap(new TreeMap<>(keyProviders));
    reports = List.copyOf(reports);
  }

  /**
   * The offer of a name. Nobody's is a problem; that several plug-ins offer it was reported before.
   */
  <T> Optional<Offered<T>> find(
      OfferKind kind,
      Map<String, Offered<T>> offers,
      String name,
      IssueType unknown,
      StartupProblems problems) {
    Offered<T> offered = offers.get(name);
    if (offered == null && !isOffered(kind, name)) {
      problems.add(
          unknown
              .at(Location.unknown())
              .with("name", name)
              .with("nearest", NearestNames.of(name, offers.keySet()))
              .build());
    }
    return Optional.ofNullable(offered);
  }

  /** Whether any plug-in offers the name, be it usable or not. */
  private boolean isOffered(OfferKind kind, String name) {
    return reports.stream()
        .flatMap(report -> report.offers().stream())
        .anyMatch(offer -> offer.kind() == kind && offer.name().equals(name));
  }
}
