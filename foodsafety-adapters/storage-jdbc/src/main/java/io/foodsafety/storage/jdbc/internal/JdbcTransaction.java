package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction. Documents are written at once, log entries when it is flushed, just before commit.
 */
final class JdbcTransaction extends JdbcView implements WriteTransaction {

  private record Key(String collection, String id) {}

  private final Map<String, List<Appended>> entries = new TreeMap<>();
  private @Nullable VersionConflictException conflict;

  JdbcTransaction(Connection connection, Dialect dialect, Tables tables) {
    super(connection, dialect, tables);
  }

  @Override
  public void putAll(List<DocumentWrite> writes) {
    checkUsable();
    Map<String, List<DocumentWrite>> byCollection = new TreeMap<>();
    Set<Key> keys = new HashSet<>();
    for (DocumentWrite write : writes) {
      check(write);
      if (!keys.add(new Key(write.collection(), write.id()))) {
        throw new IllegalArgumentException(
            "The document (%s/%s) is named twice.".formatted(write.collection(), write.id()));
      }
      byCollection.computeIfAbsent(write.collection(), name -> new ArrayList<>()).add(write);
    }
    byCollection.forEach(this::putAll);
  }

  @Override
  public void delete(String collection, String id, long expectedVersion) {
    checkUsable();
    DocumentTable documents = documents(collection);
    if (expectedVersion < 1) {
      throw new IllegalArgumentException(
          "The expected version (%d) must be at least 1.".formatted(expectedVersion));
    }
    boolean deleted =
        Texts.isStorable(id)
            && this.<Boolean>call(open -> documents.delete(open, id, expectedVersion));
    if (!deleted) {
      throw lost(documents, id, expectedVersion);
    }
  }

  @Override
  public void append(String log, byte[] body) {
    append(log, Appended.behindTheLast(body.clone()));
  }

  @Override
  public void appendAt(String log, long position, byte[] body) {
    append(log, Appended.at(tables().log(log), position, body.clone()));
  }

  private void append(String log, Appended entry) {
    checkUsable();
    entries.computeIfAbsent(tables().log(log).name(), name -> new ArrayList<>()).add(entry);
  }

  /** The conflict that has lost the transaction, even if the work has caught it. */
  Optional<VersionConflictException> conflict() {
    return Optional.ofNullable(conflict);
  }

  /** Appends the log entries, logs in the order of their names. */
  void flush() {
    entries.forEach((log, appended) -> flush(tables().log(log), appended));
  }

  private void flush(LogTable log, List<Appended> appended) {
    boolean isPlaced = appended.stream().anyMatch(Appended::isPlaced);
    this.<Boolean>call(
        open -> {
          if (isPlaced) {
            dialect().place(open, log, appended);
          } else {
            dialect().append(open, log, appended.stream().map(Appended::body).toList());
          }
          return true;
        });
  }

  @Override
  void checkUsable() {
    super.checkUsable();
    if (conflict != null) {
      throw conflict;
    }
  }

  private void check(DocumentWrite write) {
    CollectionTable table = tables().collection(write.collection());
    write.check(table.schema());
    table
        .schema()
        .attributes()
        .forEach(
            attribute ->
                write
                    .values(attribute.name())
                    .forEach(value -> Texts.checkStorable("index value", value)));
  }

  private void putAll(String collection, List<DocumentWrite> writes) {
    DocumentTable documents = documents(collection);
    // In the order of ids: neighbours share pages, and two transactions lock in the same order.
    List<DocumentWrite> sorted =
        writes.stream().sorted(Comparator.comparing(DocumentWrite::id)).toList();
    List<DocumentWrite> inserts = sorted.stream().filter(w -> w.expectedVersion() == 0).toList();
    List<DocumentWrite> updates = sorted.stream().filter(w -> w.expectedVersion() > 0).toList();
    Set<String> failed = new HashSet<>(call(open -> documents.update(open, updates)));
    if (failed.isEmpty()) {
      failed.addAll(call(open -> documents.insert(open, inserts)));
    }
    for (DocumentWrite write : writes) {
      if (failed.contains(write.id())) {
        throw lost(documents, write.id(), write.expectedVersion());
      }
    }
  }

  private DocumentTable documents(String collection) {
    return new DocumentTable(dialect(), tables().collection(collection));
  }

  private VersionConflictException lost(DocumentTable documents, String id, long expected) {
    long actual = Texts.isStorable(id) ? this.<Long>call(open -> version(documents, open, id)) : 0;
    conflict = new VersionConflictException(documents.name(), id, expected, actual);
    return conflict;
  }

  private static Long version(DocumentTable documents, Connection open, String id)
      throws SQLException {
    return documents.version(open, id);
  }
}
