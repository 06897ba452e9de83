package com.example.foodsafety.sqlite;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction changes. */
final class SqliteTransaction extends SqliteView implements WriteTransaction {

  private static final String PUT = "insert or replace into documents values (?, ?, ?, ?)";
  private static final String INDEX = "insert into values_of values (?, ?, ?, ?)";
  private static final String FORGET = "delete from values_of where collection = ? and id = ?";
  private static final String APPEND = "insert into entries values (?, ?, ?)";
  private static final long NEXT = Long.MIN_VALUE;

  private final Map<String, List<LogEntry>> appended = new LinkedHashMap<>();
  private @Nullable VersionConflictException lost;

  SqliteTransaction(StorageSchema schema, Sql sql) {
    super(schema, sql);
  }

  @Override
  public void putAll(List<DocumentWrite> writes) {
    Sql sql = sql();
    Set<List<String>> named = new HashSet<>();
    for (DocumentWrite write : writes) {
      write.check(schema.collection(write.collection()));
      if (!named.add(List.of(write.collection(), write.id()))) {
        throw new IllegalArgumentException("The document (%s) is named twice.".formatted(write));
      }
    }
    writes.forEach(write -> put(sql, write));
  }

  private void put(Sql sql, DocumentWrite write) {
    String collection = write.collection();
    check(collection, write.id(), write.expectedVersion());
    sql.update(FORGET, collection, write.id());
    sql.update(PUT, collection, write.id(), write.expectedVersion() + 1, write.body());
    for (IndexAttribute attribute : schema.collection(collection).attributes()) {
      for (String value : write.values(attribute.name())) {
        if (value.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
          throw new IllegalArgumentException("An index value (%s) is no text.".formatted(value));
        }
        sql.update(INDEX, collection, attribute.name(), value, write.id());
      }
    }
  }

  @Override
  public void delete(String collection, String id, long expectedVersion) {
    Sql sql = sql();
    check(schema.collection(collection).name(), id, expectedVersion);
    sql.update(FORGET, collection, id);
    sql.update("delete from documents where collection = ? and id = ?", collection, id);
  }

  /** A conflict loses the transaction, even if the work catches it. */
  private void check(String collection, String id, long expected) {
    long actual = get(collection, id).map(Document::version).orElse(0L);
    if (actual != expected) {
      lost = new VersionConflictException(collection, id, expected, actual);
      throw lost;
    }
  }

  @Override
  public void append(String log, byte[] body) {
    add(log, LogEntry.of(NEXT, body));
  }

  @Override
  public void appendAt(String log, long position, byte[] body) {
    add(log, LogEntry.of(position, body));
  }

  private void add(String log, LogEntry entry) {
    sql();
    schema.checkLog(log);
    appended.computeIfAbsent(log, unused -> new ArrayList<>()).add(entry);
  }

  /** Writes the log entries, which the transaction itself does not see. */
  void finish() {
    if (lost != null) {
      throw lost;
    }
    appended.forEach((log, entries) -> entries.forEach(entry -> write(log, entry)));
  }

  private void write(String log, LogEntry entry) {
    long last = lastPosition(log);
    long position = entry.position() == NEXT ? last + 1 : entry.position();
    if (position <= last) {
      throw new IllegalArgumentException(
          "The position (%d) must be greater than the last (%d).".formatted(position, last));
    }
    sql().update(APPEND, log, position, entry.body());
  }
}
