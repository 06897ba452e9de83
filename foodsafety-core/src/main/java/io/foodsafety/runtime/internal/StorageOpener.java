package io.foodsafety.runtime.internal;

import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.internal.ArchiveFile;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.model.issue.Location;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Opens the storage that the host has chosen, fills it from an archive if that was asked for, and
 * checks what is stored in it; what is wrong is a problem.
 */
final class StorageOpener {

  /** A storage and the hash function of its ledger. */
  record OpenStorage(Storage storage, LedgerDigest digest) {}

  private final StorageChoice choice;
  private final Clock clock;
  private final LoadedPlugins plugins;
  private final StartupProblems problems;
  private final OfferOpening<StorageProvider> opening;

  StorageOpener(
      StorageChoice choice, Clock clock, LoadedPlugins plugins, StartupProblems problems) {
    this.choice = choice;
    this.clock = clock;
    this.plugins = plugins;
    this.problems = problems;
    this.opening =
        new OfferOpening<>(
            OfferKind.STORAGE,
            plugins.storages(),
            StorageProvider::configKeys,
            StartupIssues.STORAGE_UNKNOWN,
            StartupIssues.STORAGE_FAILED);
  }

  /**
   * Opens it; one that fails a check is closed again.
   *
   * @param suite the suite of a ledger that does not exist yet
   * @param suites all suites, one of which a stored ledger was made with
   */
  Optional<OpenStorage> open(CryptoProvider suite, List<CryptoProvider> suites) {
    return opening
        .open(
            choice.offer(),
            (provider, config) -> provider.open(CitySchema.STORAGE, config),
            plugins,
            problems)
        .flatMap(storage -> check(storage, suite, suites));
  }

  private Optional<OpenStorage> check(
      Storage storage, CryptoProvider suite, List<CryptoProvider> suites) {
    int before = problems.count();
    choice.archive().ifPresent(file -> fill(file, storage, suites));
    Optional<LedgerDigest> digest =
        problems.count() > before ? Optional.empty() : digest(storage, suite, suites);
    if (problems.count() > before) {
      storage.close();
      return Optional.empty();
    }
    return digest.map(known -> new OpenStorage(storage, known));
  }

  /** The hash function of the ledger, by which everything that is stored is checked. */
  private Optional<LedgerDigest> digest(
      Storage storage, CryptoProvider suite, List<CryptoProvider> suites) {
    Optional<Optional<LedgerDigest>> found =
        call(() -> StoredFormats.digest(storage, suite, suites));
    if (found.isPresent() && found.get().isEmpty()) {
      reportUnknownDigest();
    }
    Optional<LedgerDigest> digest = found.flatMap(each -> each);
    digest.ifPresent(
        known ->
            call(() -> StoredFormats.check(storage, clock, known)).ifPresent(problems::addAll));
    return digest;
  }

  /** Imports a city into a storage that was opened. */
  private void fill(Path file, Storage storage, List<CryptoProvider> suites) {
    PluginBoundary.call(
        () -> filled(file, storage, suites),
        cause -> {
          if (cause instanceof ArchiveException wrong) {
            problems.addAll(wrong.issues());
            problems.keep(wrong);
          } else {
            opening.report(choice.offer(), cause, problems);
          }
        });
  }

  /** Whether there is the hash function with which the ledger of an archive was made. */
  private boolean filled(Path file, Storage storage, List<CryptoProvider> suites) {
    try (ArchiveFile opened = ArchiveFile.open(file)) {
      String algorithm = opened.header().root().digest();
      Optional<LedgerDigest> digest =
          suites.stream()
              .filter(suite -> suite.digestAlgorithm().equals(algorithm))
              .findFirst()
              .map(suite -> LedgerDigest.of(algorithm, suite::newDigest));
      if (digest.isEmpty()) {
        reportUnknownDigest();
        return false;
      }
      new CityArchive(storage, digest.get(), clock).fill(opened);
      return true;
    }
  }

  private void reportUnknownDigest() {
    problems.add(StartupIssues.DIGEST_UNKNOWN.at(Location.unknown()).build());
  }

  private <T> Optional<T> call(Callable<T> work) {
    return PluginBoundary.call(work, cause -> opening.report(choice.offer(), cause, problems));
  }
}
