package io.foodsafety.runtime.internal;

import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchiveIssues;
import io.foodsafety.archive.internal.ArchiveFile;
import io.foodsafety.archive.internal.ArchiveImport;
import io.foodsafety.archive.internal.ArchiveWriter;
import io.foodsafety.archive.internal.ArchivedCity;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.ledger.internal.StoredLedger;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A whole city in a file: everything that {@link CitySchema} declares. */
final class CityArchive implements ArchivedCity {

  private final Storage storage;
  private final StoredLedger ledger;
  private final StoredIndexes indexes = new StoredIndexes();

  CityArchive(Storage storage, LedgerDigest digest, Clock clock) {
    this.storage = storage;
    this.ledger = new StoredLedger(storage, digest, CitySchema.journaled(), clock);
  }

  /** Writes all that one snapshot shows, if its ledger is sound. */
  ArchiveHeader export(Path file, ZoneId zone) {
    ArchiveWriter writer = new ArchiveWriter(this, file);
    return writer.finish(() -> storage.read(view -> export(view, writer, zone)));
  }

  private ArchiveHeader export(ReadView view, ArchiveWriter writer, ZoneId zone) {
    LedgerReport report = ledger.verify(view);
    if (!report.isSound()) {
      throw new ArchiveException(
          List.of(
              ArchiveIssues.FAULTY
                  .at(Location.unknown())
                  .with("count", report.faultCount())
                  .with("first", first(report))
                  .build()));
    }
    return writer.write(view, zone, report.tree(), report.entries());
  }

  /** Fills an empty storage, or goes on with it. */
  ArchiveHeader fill(ArchiveFile archive) {
    new ArchiveImport(storage, this, archive).run();
    return archive.header();
  }

  @Override
  public List<String> allCollections() {
    return CitySchema.STORAGE.collections().stream().map(CollectionSchema::name).toList();
  }

  /** Facts are declared before their withdrawals. */
  @Override
  public List<String> collections() {
    return allCollections().stream().filter(name -> !StoredIndexes.DERIVED.contains(name)).toList();
  }

  @Override
  public List<String> logs() {
    return CitySchema.STORAGE.logs().stream().sorted().toList();
  }

  @Override
  public boolean isJournaled(String collection) {
    return CitySchema.journaled().contains(collection);
  }

  @Override
  public String mainCollection() {
    return CitySchema.META;
  }

  @Override
  public String mainId() {
    return StoredFormats.DOCUMENT;
  }

  @Override
  public List<DocumentWrite> writes(ReadView view, String collection, Document document) {
    return indexes.writes(view, collection, document);
  }

  @Override
  public void check(ReadView view, ArchiveHeader header) {
    LedgerReport report = ledger.verify(view);
    if (!report.isSound()) {
      throw different(
          "ledger verify finds %d faults, %s".formatted(report.faultCount(), first(report)));
    }
    if (!report.tree().equals(header.root()) || report.entries() != header.entries()) {
      throw different("the ledger has another root");
    }
  }

  private static String first(LedgerReport report) {
    return report.faults().get(0).toLine(Locale.ENGLISH);
  }

  private static ArchiveException different(String what) {
    return new ArchiveException(
        List.of(ArchiveIssues.DIFFERENT.at(Location.unknown()).with("what", what).build()));
  }
}
