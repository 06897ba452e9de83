package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.internal.ArchiveFile;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.Region;
import io.foodsafety.runtime.PluginReport;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
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

  private final PluginSettings pluginSettings;
  private final String storageName;
  private final Map<String, String> storageSettings;
  private final MessagingChoice messaging;
  private final ChannelChoice channels;
  private final RegionChoice rules;
  private final List<CityForms.Source> formSources;
  private final CryptoChoice crypto;
  private final Clock clock;
  private final Optional<ZoneId> zone;
  private final Optional<Path> traceFolder;
  private final Optional<Path> archive;
  private final StartupProblems problems = new StartupProblems();
  private List<PluginReport> reports = List.of();

  /** An opener with all that the host has set. */
  public CityOpener(
      PluginSettings pluginSettings,
      String storageName,
      Map<String, String> storageSettings,
      MessagingChoice messaging,
      ChannelChoice channels,
      RegionChoice rules,
      List<CityForms.Source> formSources,
      CryptoChoice crypto,
      Clock clock,
      Optional<ZoneId> zone,
      Optional<Path> traceFolder,
      Optional<Path> archive) {
    this.traceFolder = traceFolder;
    this.archive = archive;
    this.crypto = crypto;
    this.pluginSettings = pluginSettings;
    this.storageName = storageName;
    this.storageSettings = storageSettings;
    this.messaging = messaging;
    this.channels = channels;
    this.rules = rules;
    this.formSources = List.copyOf(formSources);
    this.clock = clock;
    this.zone = zone;
  }

  /** Opens the city, or throws one exception with all problems. */
  public City open() {
    LoadedPlugins plugins = PluginLoader.load(pluginSettings, problems);
    reports = plugins.reports();
    List<Issue> issues = new ArrayList<>();
    Optional<Region> region = rules.read(plugins, problems);
    CityPolicies policies =
        CityPolicies.read(region, rules.policyFiles(), rules.recorded(), issues);
    CityForms forms = CityForms.read(sources(region), policies.catalogue(), issues);
    problems.addAll(issues);
    CryptoOpener opener = new CryptoOpener(crypto, plugins, problems);
    Optional<CryptoProvider> suite = opener.suite();
    Optional<AttributeSealing> sealing = suite.map(opener::sealing);
    Optional<OpenStorage> storage =
        suite.flatMap(chosen -> openStorage(plugins, chosen, opener.suites()));
    Optional<Messaging> opened = messaging.open(plugins, problems);
    CityChannels ways = channels.open(plugins, problems);
    if (problems.count() > 0 || storage.isEmpty() || opened.isEmpty()) {
      ways.close();
      opened.ifPresent(Messaging::close);
      storage.ifPresent(each -> each.storage().close());
      sealing.flatMap(AttributeSealing::keys).ifPresent(KeyRing::close);
      throw problems.toException();
    }
    ZoneId days = zone.or(() -> region.map(Region::zone)).orElse(ZoneOffset.UTC);
    return new City(
        storage.get().storage(),
        opened.get(),
        messaging.publishing(),
        ways,
        new CityCrypto(storage.get().digest(), sealing.orElseThrow(), crypto.access()),
        policies,
        forms,
        clock,
        days,
        values(plugins.formats()),
        values(plugins.renderers()),
        values(plugins.documentRenderers()),
        traceFolder);
  }

  /** The forms of the region, then those of the host. */
  private List<CityForms.Source> sources(Optional<Region> region) {
    List<CityForms.Source> sources = new ArrayList<>();
    region.ifPresent(known -> known.forms().forEach(form -> sources.add(catalogue -> form)));
    sources.addAll(formSources);
    return sources;
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

  /** A storage and the hash function of its ledger. */
  private record OpenStorage(Storage storage, LedgerDigest digest) {}

  private Optional<OpenStorage> openStorage(
      LoadedPlugins plugins, CryptoProvider suite, List<CryptoProvider> suites) {
    Offered<StorageProvider> offered = plugins.storages().get(storageName);
    if (offered == null) {
      reportUnknownStorage(plugins);
      return Optional.empty();
    }
    return OfferSettings.check(
            OfferKind.STORAGE,
            storageName,
            offered,
            StorageProvider::configKeys,
            storageSettings,
            problems)
        .flatMap(config -> open(offered, config))
        .flatMap(storage -> check(offered, storage, suite, suites));
  }

  /** A name that several plug-ins offer has been reported already. */
  private void reportUnknownStorage(LoadedPlugins plugins) {
    if (!plugins.isOffered(OfferKind.STORAGE, storageName)) {
      problems.add(
          StartupIssues.STORAGE_UNKNOWN
              .at(Location.unknown())
              .with("name", storageName)
              .with("nearest", NearestNames.of(storageName, plugins.storages().keySet()))
              .build());
    }
  }

  private Optional<Storage> open(Offered<StorageProvider> offered, Config config) {
    return PluginBoundary.call(
        () -> offered.value().open(CitySchema.STORAGE, config), cause -> failed(offered, cause));
  }

  /** Checks what is in a storage; one that fails the check is closed again. */
  private Optional<OpenStorage> check(
      Offered<StorageProvider> offered,
      Storage storage,
      CryptoProvider suite,
      List<CryptoProvider> suites) {
    int before = problems.count();
    archive.ifPresent(file -> fill(file, offered, storage, suites));
    if (problems.count() > before) {
      storage.close();
      return Optional.empty();
    }
    Optional<Optional<LedgerDigest>> digest =
        PluginBoundary.call(
            () -> StoredFormats.digest(storage, suite, suites), cause -> failed(offered, cause));
    if (digest.isPresent() && digest.get().isEmpty()) {
      problems.add(StartupIssues.DIGEST_UNKNOWN.at(Location.unknown()).build());
    }
    Optional<LedgerDigest> known = digest.flatMap(each -> each);
    known.ifPresent(
        each ->
            PluginBoundary.call(
                    () -> StoredFormats.check(storage, clock, each),
                    cause -> failed(offered, cause))
                .ifPresent(problems::addAll));
    if (problems.count() > before) {
      storage.close();
      return Optional.empty();
    }
    return known.map(each -> new OpenStorage(storage, each));
  }

  /** Imports a city into a storage that was opened. */
  private void fill(
      Path file, Offered<StorageProvider> offered, Storage storage, List<CryptoProvider> suites) {
    PluginBoundary.call(
        () -> fill(file, storage, suites),
        cause -> {
          if (cause instanceof ArchiveException wrong) {
            problems.addAll(wrong.issues());
            problems.keep(wrong);
          } else {
            failed(offered, cause);
          }
        });
  }

  /** Whether there is the hash function with which the ledger of an archive was made. */
  private boolean fill(Path file, Storage storage, List<CryptoProvider> suites) {
    try (ArchiveFile opened = ArchiveFile.open(file)) {
      String algorithm = opened.header().root().digest();
      Optional<LedgerDigest> digest =
          suites.stream()
              .filter(suite -> suite.digestAlgorithm().equals(algorithm))
              .findFirst()
              .map(suite -> LedgerDigest.of(algorithm, suite::newDigest));
      if (digest.isEmpty()) {
        problems.add(StartupIssues.DIGEST_UNKNOWN.at(Location.unknown()).build());
        return false;
      }
      new CityArchive(storage, digest.get(), clock).fill(opened);
      return true;
    }
  }

  private void failed(Offered<StorageProvider> offered, Throwable cause) {
    problems.add(
        StartupIssues.STORAGE_FAILED
            .at(new Location(offered.source(), 0, ""))
            .with("plugin", offered.plugin())
            .with("name", storageName)
            .with("cause", PluginBoundary.describe(cause))
            .build(),
        cause);
  }
}
