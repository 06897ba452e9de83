package com.example.foodsafety.sqlite;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction changes. */
final class SqliteTransaction extends SqliteView implements WriteTransaction {

  private static final String PUT = "insert or replace into documents values (?, ?, ?, ?)";
  private static final String INDEX = "insert into values_of values (?, ?, ?, ?)";
  private static final String FORGET = "delete from values_of where collection = ? and id = ?";

  private final List<Runnable> appends = new ArrayList<>();
  private final Map<String, Long> lastPositions = new HashMap<>();
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
    appendAt(log, lastPositions.computeIfAbsent(log, this::lastPosition) + 1, body);
  }

  @Override
  public void appendAt(String log, long position, byte[] body) {
    if (position <= lastPositions.computeIfAbsent(log, this::lastPosition)) {
      throw new IllegalArgumentException("The position (%d) is passed.".formatted(position));
    }
    lastPositions.put(log, position);
    byte[] copy = body.clone();
    appends.add(() -> sql().update("insert into entries values (?, ?, ?)", log, position, copy));
  }

  /** Writes the log entries, which the transaction itself does not see. */
  void finish() {
    if (lost != null) {
      throw lost;
    }
    appends.forEach(Runnable::run);
  }
}
