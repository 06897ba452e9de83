package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport.Offer;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.runtime.internal.PluginLoader.Loaded;
import io.foodsafety.runtime.internal.PluginSettings.OfferName;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.messaging.MessagingProvider;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.spi.storage.StorageProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what plug-ins offer and decides which offer a name means; two without a choice are
 * wrong.
 */
final class PluginOffers {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  private record Entry(Loaded plugin, Object value) {}

  private final Map<OfferName, List<Entry>> offers = new TreeMap<>();
  private final Map<OfferName, Entry> chosen = new TreeMap<>();
  private final StartupProblems problems;

  private PluginOffers(StartupProblems problems) {
    this.problems = problems;
  }

  static PluginOffers collect(
      List<Loaded> plugins, Map<OfferName, String> preferred, StartupProblems problems) {
    PluginOffers offers = new PluginOffers(problems);
    for (Loaded plugin : plugins) {
      offers.ask(
          plugin,
          OfferKind.STORAGE,
          () -> plugin.plugin().storageProviders(),
          StorageProvider::name);
      offers.ask(
          plugin,
          OfferKind.MESSAGING,
          () -> plugin.plugin().messagingProviders(),
          MessagingProvider::name);
      offers.ask(
          plugin,
          OfferKind.CHANNEL,
          () -> plugin.plugin().notificationChannels(),
          NotificationChannelProvider::name);
      offers.ask(
          plugin, OfferKind.FORMAT, () -> plugin.plugin().recordFormats(), RecordFormat::name);
      offers.ask(plugin, OfferKind.REGION, () -> plugin.plugin().regionPacks(), RegionPack::id);
      offers.ask(
          plugin,
          OfferKind.RENDERER,
          () -> plugin.plugin().reportRenderers(),
          ReportRenderer::name);
      offers.ask(
          plugin,
          OfferKind.DOCUMENT_RENDERER,
          () -> plugin.plugin().documentRenderers(),
          DocumentRenderer::name);
      offers.ask(
          plugin, OfferKind.CRYPTO, () -> plugin.plugin().cryptoProviders(), CryptoProvider::name);
      offers.ask(plugin, OfferKind.KEYS, () -> plugin.plugin().keyProviders(), KeyProvider::name);
    }
    preferred.forEach(offers::checkPreference);
    offers.offers.forEach((name, entries) -> offers.choose(name, entries, preferred.get(name)));
    return offers;
  }

  private <T> void ask(
      Loaded plugin, OfferKind kind, Callable<List<T>> question, Function<T, String> namer) {
    // A list may throw, or hold a null, when it is gone through: copying it here finds out.
    Optional<List<T>> answer =
        PluginBoundary.call(
            () -> List.copyOf(question.call()),
            cause -> broken(plugin, "its " + word(kind) + "s", cause));
    for (T offer : answer.orElse(List.of())) {
      PluginBoundary.call(
              () -> namer.apply(offer),
              cause -> broken(plugin, "the name of a " + word(kind), cause))
          .ifPresent(name -> add(plugin, new OfferName(kind, name), offer));
    }
  }

  private void broken(Loaded plugin, String what, Throwable cause) {
    problems.add(
        plugin
            .issue(StartupIssues.OFFER_BROKEN)
            .with("what", what)
            .with("cause", PluginBoundary.describe(cause))
            .build(),
        cause);
  }

  private void add(Loaded plugin, OfferName name, Object value) {
    if (NAME.matcher(name.name()).matches()) {
      offers.computeIfAbsent(name, any -> new ArrayList<>()).add(new Entry(plugin, value));
    } else {
      problems.add(
          plugin
              .issue(StartupIssues.OFFER_NAME)
              .with("what", word(name.kind()))
              .with("name", name.name())
              .build());
    }
  }

  private void checkPreference(OfferName name, String plugin) {
    List<String> offering =
        offers.getOrDefault(name, List.of()).stream().map(each -> each.plugin().id()).toList();
    if (!offering.contains(plugin)) {
      problems.add(
          StartupIssues.PREFERENCE_UNKNOWN
              .at(Location.unknown())
              .with("plugin", plugin)
              .with("what", word(name.kind()))
              .with("name", name.name())
              .with("nearest", NearestNames.of(plugin, offering))
              .build());
    }
  }

  private void choose(OfferName name, List<Entry> entries, @Nullable String preferred) {
    List<Entry> wanted =
        entries.stream()
            .filter(each -> preferred == null || each.plugin().id().equals(preferred))
            .toList();
    if (wanted.size() == 1) {
      chosen.put(name, wanted.get(0));
      return;
    }
    List<Loaded> offering =
        wanted.stream()
            .map(Entry::plugin)
            .sorted(Comparator.comparing(Loaded::id).thenComparing(Loaded::source))
            .toList();
    for (int i = 1; i < offering.size(); i++) {
      problems.add(
          StartupIssues.OFFER_TWICE
              .at(Location.unknown())
              .with("what", word(name.kind()))
              .with("name", name.name())
              .with("plugin", offering.get(0).id())
              .with("jar", offering.get(0).source())
              .with("otherPlugin", offering.get(i).id())
              .with("otherJar", offering.get(i).source())
              .with("method", preference(name.kind()))
              .build());
    }
  }

  /** What an offer is called in messages. */
  static String word(OfferKind kind) {
    return switch (kind) {
      case STORAGE -> "storage";
      case MESSAGING -> "messaging";
      case CHANNEL -> "notification channel";
      case FORMAT -> "record format";
      case REGION -> "region pack";
      case RENDERER -> "report renderer";
      case DOCUMENT_RENDERER -> "document renderer";
      case CRYPTO -> "crypto suite";
      case KEYS -> "place of keys";
    };
  }

  /** The builder's method that prefers one of several offers. */
  private static String preference(OfferKind kind) {
    return switch (kind) {
      case STORAGE -> "preferStorage";
      case MESSAGING -> "preferMessaging";
      case CHANNEL -> "preferChannel";
      case FORMAT -> "preferFormat";
      case REGION -> "preferRegion";
      case RENDERER -> "preferRenderer";
      case DOCUMENT_RENDERER -> "preferDocumentRenderer";
      case CRYPTO -> "preferCrypto";
      case KEYS -> "preferKeys";
    };
  }

  Map<String, Offered<StorageProvider>> storages() {
    return chosen(OfferKind.STORAGE, StorageProvider.class);
  }

  Map<String, Offered<MessagingProvider>> messagings() {
    return chosen(OfferKind.MESSAGING, MessagingProvider.class);
  }

  Map<String, Offered<NotificationChannelProvider>> channels() {
    return chosen(OfferKind.CHANNEL, NotificationChannelProvider.class);
  }

  Map<String, Offered<RecordFormat>> formats() {
    return chosen(OfferKind.FORMAT, RecordFormat.class);
  }

  Map<String, Offered<RegionPack>> regions() {
    return chosen(OfferKind.REGION, RegionPack.class);
  }

  Map<String, Offered<ReportRenderer>> renderers() {
    return chosen(OfferKind.RENDERER, ReportRenderer.class);
  }

  Map<String, Offered<DocumentRenderer>> documentRenderers() {
    return chosen(OfferKind.DOCUMENT_RENDERER, DocumentRenderer.class);
  }

  Map<String, Offered<CryptoProvider>> cryptoProviders() {
    return chosen(OfferKind.CRYPTO, CryptoProvider.class);
  }

  Map<String, Offered<KeyProvider>> keyProviders() {
    return chosen(OfferKind.KEYS, KeyProvider.class);
  }

  private <T> Map<String, Offered<T>> chosen(OfferKind kind, Class<T> type) {
    Map<String, Offered<T>> byName = new LinkedHashMap<>();
    chosen.forEach(
        (name, entry) -> {
          if (name.kind() == kind) {
            Loaded plugin = entry.plugin();
            byName.put(
                name.name(), new Offered<>(plugin.id(), plugin.source(), type.cast(entry.value())));
          }
        });
    return byName;
  }

  /** What a plug-in offers, and whether it is used. */
  List<Offer> of(Loaded plugin) {
    List<Offer> own = new ArrayList<>();
    offers.forEach(
        (name, entries) -> {
          if (entries.stream().anyMatch(each -> each.plugin().equals(plugin))) {
            Entry used = chosen.get(name);
            own.add(
                new Offer(name.kind(), name.name(), used != null && used.plugin().equals(plugin)));
          }
        });
    return own;
  }
}
