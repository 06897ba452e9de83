package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.DocumentWrite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the documents of a collection, with the values of their index attributes. */
final class DocumentTable {

  private final Dialect dialect;
  private final CollectionTable table;

  DocumentTable(Dialect dialect, CollectionTable table) {
    this.dialect = dialect;
    this.table = table;
  }

  String name() {
    return table.name();
  }

  /** The version stored, or 0. */
  long version(Connection connection, String id) throws SQLException {
    String sql = "select version from " + table.documents() + " where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      dialect.setText(statement, 1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /** Inserts documents and returns the ids that were there already. */
  Set<String> insert(Connection connection, List<DocumentWrite> writes) throws SQLException {
    for (List<DocumentWrite> part : Batches.of(writes)) {
      Set<String> existing = dialect.insert(connection, table, part);
      if (!existing.isEmpty()) {
        return existing;
      }
    }
    insertValues(connection, writes);
    return Set.of();
  }

  /** Updates documents and returns the ids that were not at the expected version. */
  Set<String> update(Connection connection, List<DocumentWrite> writes) throws SQLException {
    if (writes.isEmpty()) {
      return Set.of();
    }
    String columns =
        table.singles().stream()
            .map(name -> ", " + CollectionTable.column(name) + " = ?")
            .collect(Collectors.joining());
    String sql =
        "update %s set version = version + 1, body = ?%s where id = ? and version = ?"
            .formatted(table.documents(), columns);
    Set<String> failed = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<DocumentWrite> part : Batches.of(writes)) {
        for (DocumentWrite write : part) {
          bind(statement, write);
          statement.addBatch();
        }
        int[] counts = statement.executeBatch();
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] == 0) {
            failed.add(part.get(i).id());
          }
        }
      }
    }
    if (failed.isEmpty() && !table.multis().isEmpty()) {
      deleteValues(connection, writes.stream().map(DocumentWrite::id).toList());
      insertValues(connection, writes);
    }
    return failed;
  }

  private void bind(PreparedStatement statement, DocumentWrite write) throws SQLException {
    int index = 0;
    dialect.setBody(statement, ++index, write.body());
    for (String attribute : table.singles()) {
      dialect.setText(statement, ++index, single(write, attribute));
    }
    dialect.setText(statement, ++index, write.id());
    statement.setLong(++index, write.expectedVersion());
  }

  /** Deletes a document and says whether it was at the version. */
  boolean delete(Connection connection, String id, long version) throws SQLException {
    String sql = "delete from " + table.documents() + " where id = ? and version = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      dialect.setText(statement, 1, id);
      statement.setLong(2, version);
      if (statement.executeUpdate() == 0) {
        return false;
      }
    }
    if (!table.multis().isEmpty()) {
      deleteValues(connection, List.of(id));
    }
    return true;
  }

  /** The value of an attribute with at most one; empty if there is none. */
  static String single(DocumentWrite write, String attribute) {
    List<String> values = write.values(attribute);
    return values.isEmpty() ? "" : values.get(0);
  }

  private void deleteValues(Connection connection, List<String> ids) throws SQLException {
    String sql = "delete from " + table.values() + " where id = any(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      dialect.setTexts(statement, 1, ids);
      statement.executeUpdate();
    }
  }

  private void insertValues(Connection connection, List<DocumentWrite> writes) throws SQLException {
    for (String attribute : table.multis()) {
      List<String> items = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      for (DocumentWrite write : writes) {
        for (String value : write.values(attribute)) {
          items.add(value);
          ids.add(write.id());
        }
      }
      insertValues(connection, attribute, items, ids);
    }
  }

  /** Many rows by one statement: for short rows a statement costs more than a row. */
  private void insertValues(
      Connection connection, String attribute, List<String> items, List<String> ids)
      throws SQLException {
    String sql =
        "insert into %s (attribute, item, id) select ?, item, id from unnest(?, ?) as u(item, id)"
            .formatted(table.values());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int from = 0; from < ids.size(); from += Batches.VALUES) {
        int to = Math.min(from + Batches.VALUES, ids.size());
        statement.setString(1, attribute);
        dialect.setTexts(statement, 2, items.subList(from, to));
        dialect.setTexts(statement, 3, ids.subList(from, to));
        statement.executeUpdate();
      }
    }
  }
}
