package io.foodsafety.archive.internal;

import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchiveIssues;
import io.foodsafety.archive.ArchivePart;
import io.foodsafety.archive.ArchivePart.Kind;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Imports an archive into an empty storage, batch by batch. Each batch is a transaction that also
 * moves the {@link ImportMarker}, so whoever is killed goes on where it was cut off. The last
 * transaction checks everything and puts the city's own document in the place of the marker: until
 * then the storage does not open as a city.
 */
public final class ArchiveImport {

  private static final byte[] NO_BODY = {};

  private final Storage storage;
  private final ArchivedCity city;
  private final ArchiveFile archive;
  private final List<ArchivePart> parts = new ArrayList<>();

  /** An import of an archive into a storage. */
  public ArchiveImport(Storage storage, ArchivedCity city, ArchiveFile archive) {
    this.storage = storage;
    this.city = city;
    this.archive = archive;
    List<ArchivePart> given = new ArrayList<>(archive.header().parts());
    city.collections().forEach(name -> move(given, Kind.COLLECTION, name));
    city.logs().forEach(name -> move(given, Kind.LOG, name));
    if (!given.isEmpty()) {
      throw archive.problem(
          ArchiveIssues.UNKNOWN_PART.at(Location.unknown()).with("part", given.get(0).file()));
    }
  }

  private void move(List<ArchivePart> given, Kind kind, String name) {
    given.stream()
        .filter(part -> part.kind() == kind && part.name().equals(name))
        .findFirst()
        .ifPresent(parts::add);
    given.removeAll(parts);
  }

  /**
   * Imports, or goes on.
   *
   * @throws ArchiveException if it may not, or what was imported is not what was exported
   */
  public void run() {
    try {
      ArchiveLine main = main();
      ImportMarker marker = storage.write(this::begin);
      for (int part = marker.part(); part < parts.size(); part++) {
        marker = take(part, marker);
      }
      finish(marker, main);
    } catch (VersionConflictException e) {
      throw new ArchiveException(List.of(ArchiveIssues.BUSY.at(Location.unknown()).build()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportMarker begin(WriteTransaction transaction) {
    ArchiveHeader header = archive.header();
    Optional<Document> stored = transaction.get(city.mainCollection(), city.mainId());
    Optional<ImportMarker> marker = stored.flatMap(ImportMarker::read);
    if (marker.isPresent()) {
      if (!marker.get().archive().equals(header.checksum())) {
        throw problem(ArchiveIssues.OTHER_IMPORT.at(Location.unknown()));
      }
      return marker.get();
    }
    city.allCollections().forEach(name -> checkEmpty(transaction, name));
    for (String log : city.logs()) {
      if (transaction.lastPosition(log) > 0) {
        throw notEmpty("log " + log);
      }
    }
    ImportMarker first = ImportMarker.first(header.checksum());
    transaction.put(mark(first, first));
    return first.behind(0, 0);
  }

  private static void checkEmpty(ReadView view, String collection) {
    if (!view.query(Query.of(collection).limit(1)).documents().isEmpty()) {
      throw notEmpty("collection " + collection);
    }
  }

  private DocumentWrite mark(ImportMarker before, ImportMarker after) {
    return DocumentWrite.replace(
        city.mainCollection(), city.mainId(), before.version(), after.body(), Map.of());
  }

  private ImportMarker take(int part, ImportMarker from) throws IOException {
    ImportMarker marker = from;
    try (PartReader reader = archive.read(parts.get(part))) {
      reader.skip(marker.linesOf(part));
      for (List<ArchiveLine> lines = reader.next(); !lines.isEmpty(); lines = reader.next()) {
        List<ArchiveLine> batch = lines;
        ImportMarker before = marker;
        ImportMarker after = marker.behind(part, batch.size());
        storage.write(
            transaction -> {
              transaction.put(mark(before, after));
              write(transaction, parts.get(part), batch);
              return true;
            });
        marker = after;
        checkPosition(parts.get(part), batch.get(batch.size() - 1));
      }
    }
    return marker;
  }

  private void write(WriteTransaction transaction, ArchivePart part, List<ArchiveLine> batch) {
    if (part.kind() == Kind.LOG) {
      batch.forEach(line -> append(transaction, part.name(), line));
    } else {
      putAll(
          transaction,
          part.name(),
          batch.stream().filter(line -> !isMain(part.name(), line)).toList());
    }
  }

  /** A storage that cannot place entries may do for a log that has no gaps. */
  private static void append(WriteTransaction transaction, String log, ArchiveLine line) {
    try {
      transaction.appendAt(log, line.number(), line.body());
    } catch (UnsupportedOperationException e) {
      transaction.append(log, line.body());
    }
  }

  private void checkPosition(ArchivePart part, ArchiveLine last) {
    if (part.kind() == Kind.LOG
        && storage.<Long>read(view -> view.lastPosition(part.name())) != last.number()) {
      throw problem(ArchiveIssues.POSITIONS.at(Location.unknown()).with("log", part.name()));
    }
  }

  /** A storage counts versions by itself, so a document is put as often as it was. */
  private void putAll(WriteTransaction transaction, String collection, List<ArchiveLine> lines) {
    long most = lines.stream().mapToLong(ArchiveLine::number).max().orElse(0);
    for (long version = 1; version < most; version++) {
      long before = version - 1;
      transaction.putAll(
          lines.stream()
              .filter(line -> line.number() > before + 1)
              .map(line -> DocumentWrite.replace(collection, line.id(), before, NO_BODY, Map.of()))
              .toList());
    }
    List<DocumentWrite> writes = new ArrayList<>();
    for (ArchiveLine line : lines) {
      Document document = Document.of(line.id(), line.number(), line.body());
      writes.addAll(city.writes(transaction, collection, document));
    }
    if (!writes.isEmpty()) {
      transaction.putAll(writes);
    }
  }

  private boolean isMain(String collection, ArchiveLine line) {
    return collection.equals(city.mainCollection()) && line.id().equals(city.mainId());
  }

  /** The document that is stored last. */
  private ArchiveLine main() throws IOException {
    for (ArchivePart part : parts) {
      if (part.kind() == Kind.COLLECTION && part.name().equals(city.mainCollection())) {
        try (PartReader reader = archive.read(part)) {
          for (List<ArchiveLine> lines = reader.next(); !lines.isEmpty(); lines = reader.next()) {
            Optional<ArchiveLine> main =
                lines.stream().filter(line -> isMain(part.name(), line)).findFirst();
            if (main.isPresent()) {
              return main.get();
            }
          }
        }
      }
    }
    throw archive.problem(
        ArchiveIssues.CHANGED
            .at(Location.unknown())
            .with("what", "it does not say in which formats the city is stored"));
  }

  private void finish(ImportMarker marker, ArchiveLine main) {
    storage.write(
        transaction -> {
          transaction.delete(city.mainCollection(), city.mainId(), marker.version());
          putAll(transaction, city.mainCollection(), List.of(main));
          city.check(transaction, archive.header());
          return true;
        });
  }

  private static ArchiveException notEmpty(String what) {
    return problem(ArchiveIssues.NOT_EMPTY.at(Location.unknown()).with("what", what));
  }

  private static ArchiveException problem(IssueType.Builder issue) {
    return new ArchiveException(List.of(issue.build()));
  }
}
