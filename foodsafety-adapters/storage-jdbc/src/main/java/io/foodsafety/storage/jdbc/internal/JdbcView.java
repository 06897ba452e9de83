package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a work reads; usable by its thread until the work has ended. */
class JdbcView implements ReadView {

  /** Work on the connection of the view. */
  interface SqlCall<R> {
    R call(Connection connection) throws SQLException;
  }

  private static final int IDS_AT_ONCE = 5_000;

  private final Connection connection;
  private final Dialect dialect;
  private final Tables tables;
  private final Thread owner = Thread.currentThread();
  private volatile boolean ended;
  private @Nullable SQLException failure;

  JdbcView(Connection connection, Dialect dialect, Tables tables) {
    this.connection = connection;
    this.dialect = dialect;
    this.tables = tables;
  }

  @Override
  public Optional<Document> get(String collection, String id) {
    return Optional.ofNullable(getAll(collection, List.of(id)).get(id));
  }

  @Override
  public Map<String, Document> getAll(String collection, Collection<String> ids) {
    CollectionTable table = tables.collection(collection);
    List<String> wanted = ids.stream().filter(Texts::isStorable).distinct().toList();
    String sql = "select id, version, body from " + table.documents() + " where id = any(?)";
    return call(
        open -> {
          Map<String, Document> found = new HashMap<>();
          for (int from = 0; from < wanted.size(); from += IDS_AT_ONCE) {
            int to = Math.min(from + IDS_AT_ONCE, wanted.size());
            try (PreparedStatement statement = open.prepareStatement(sql)) {
              dialect.setTexts(statement, 1, wanted.subList(from, to));
              documents(statement).forEach(document -> found.put(document.id(), document));
            }
          }
          return found;
        });
  }

  @Override
  public Page query(Query query) {
    CollectionTable table = tables.collection(query.collection());
    query.check(table.schema());
    // A missing value is stored as an empty text, which must not be found.
    if (query.equalities().values().stream()
        .anyMatch(value -> value.isEmpty() || !Texts.isStorable(value))) {
      return call(open -> Page.of(List.of(), Optional.empty()));
    }
    return call(open -> new PageReader(open, dialect, table, query).read());
  }

  @Override
  public List<LogEntry> readLog(String log, long after, int limit) {
    LogTable table = tables.log(log);
    if (after < 0 || limit < 1) {
      throw new IllegalArgumentException(
          "The position (%d) must not be negative and the limit (%d) must be positive."
              .formatted(after, limit));
    }
    String sql =
        "select position, body from "
            + table.entries()
            + " where position > ? order by position limit ?";
    return call(
        open -> {
          try (PreparedStatement statement = open.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
              List<LogEntry> entries = new ArrayList<>();
              while (rows.next()) {
                entries.add(LogEntry.of(rows.getLong(1), rows.getBytes(2)));
              }
              return entries;
            }
          }
        });
  }

  @Override
  public long lastPosition(String log) {
    LogTable table = tables.log(log);
    String sql = "select position from " + table.entries() + " order by position desc limit 1";
    return call(
        open -> {
          try (PreparedStatement statement = open.prepareStatement(sql);
              ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
          }
        });
  }

  final Dialect dialect() {
    return dialect;
  }

  final Tables tables() {
    return tables;
  }

  /** The failure of the database, after which the transaction is lost whatever the work does. */
  final Optional<SQLException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Later calls are refused. */
  final void end() {
    ended = true;
  }

  /** Runs SQL if the view may still be used, and remembers a failure. */
  final <R> R call(SqlCall<R> sql) {
    checkUsable();
    try {
      return sql.call(connection);
    } catch (SQLException e) {
      failure = e;
      throw new StorageException("The database failed in a transaction, which is lost.", e);
    }
  }

  void checkUsable() {
    if (ended || Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "A view can be used only by the thread it was handed to, until its work has ended.");
    }
    if (failure != null) {
      throw new StorageException("The transaction is lost after a failure.", failure);
    }
  }

  private List<Document> documents(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Document> documents = new ArrayList<>();
      while (rows.next()) {
        documents.add(dialect.document(rows));
      }
      return documents;
    }
  }
}
