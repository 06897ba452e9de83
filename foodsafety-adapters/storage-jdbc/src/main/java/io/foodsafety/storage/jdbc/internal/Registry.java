package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Creates the tables of collections and logs that are not there yet, and checks those that are. */
final class Registry {

  /** The format of the tables that this version writes and reads. */
  static final int FORMAT = 1;

  private final Dialect dialect;
  private final Settings settings;

  Registry(Dialect dialect, Settings settings) {
    this.dialect = dialect;
    this.settings = settings;
  }

  void create(DataSource source, StorageSchema schema) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      dialect.lockRegistry(connection);
      for (CollectionSchema collection : schema.collections()) {
        create(connection, new CollectionTable(collection));
      }
      for (String log : schema.logs()) {
        create(connection, new LogTable(log));
      }
      dialect.createViews(connection, schema);
      connection.commit();
    } catch (SQLException e) {
      throw new StorageException(
          "The tables of the collections cannot be created in the database (%s)."
              .formatted(settings.url().shown()),
          e);
    }
  }

  private void create(Connection connection, CollectionTable table) throws SQLException {
    boolean isNew = !isStored(connection, table);
    if (isNew) {
      String sql = "insert into fs_collection (name, attributes, format) values (?, ?, ?)";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, table.name());
        statement.setString(2, table.describe());
        statement.setInt(3, FORMAT);
        statement.executeUpdate();
      }
    }
    // Where a table cannot be created in a transaction, an earlier opening may have been cut short.
    if (isNew || !dialect.hasTransactionalDdl()) {
      execute(connection, statements(table));
    }
  }

  private boolean isStored(Connection connection, CollectionTable table) throws SQLException {
    String sql = "select attributes, format from fs_collection where name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.name());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        checkFormat("collection", table.name(), row.getInt(2));
        if (!row.getString(1).equals(table.describe())) {
          throw new StorageException(
              "The collection (%s) is stored with the attributes (%s) and declared with (%s). Maybe the data belong to another version of the program?"
                  .formatted(table.name(), row.getString(1), table.describe()));
        }
        return true;
      }
    }
  }

  private void create(Connection connection, LogTable log) throws SQLException {
    boolean isNew = true;
    String sql = "select format from fs_log where name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, log.name());
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          checkFormat("log", log.name(), row.getInt(1));
          isNew = false;
        }
      }
    }
    if (isNew) {
      String insert = "insert into fs_log (name, format) values (?, ?)";
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        statement.setString(1, log.name());
        statement.setInt(2, FORMAT);
        statement.executeUpdate();
      }
    }
    if (isNew || !dialect.hasTransactionalDdl()) {
      execute(connection, statements(log));
    }
  }

  private static void checkFormat(String what, String name, int stored) {
    if (stored != FORMAT) {
      throw new StorageException(
          "The %s (%s) is stored in format %d, and this version reads format %d. Maybe a newer version wrote it?"
              .formatted(what, name, stored, FORMAT));
    }
  }

  private List<String> statements(CollectionTable table) {
    String documents = table.documents();
    String text = dialect.textType();
    List<String> statements = new ArrayList<>();
    StringBuilder columns = new StringBuilder();
    for (String attribute : table.singles()) {
      columns.append(", %s %s not null".formatted(CollectionTable.column(attribute), text));
    }
    statements.add(
        "create table if not exists %s (id %s primary key, version bigint not null, body %s not null%s)"
            .formatted(documents, text, dialect.bodyType(), columns));
    for (String attribute : table.singles()) {
      statements.add(
          "create index if not exists %s on %s (%s, id)"
              .formatted(table.index(attribute), documents, CollectionTable.column(attribute)));
    }
    if (!table.multis().isEmpty()) {
      String values = table.values();
      statements.add(
          "create table if not exists %s (attribute varchar(31) not null, item %s not null, id %s not null, primary key (attribute, item, id))"
              .formatted(values, text, text));
      statements.add("create index if not exists %s_x1 on %s (id)".formatted(values, values));
    }
    return statements;
  }

  private List<String> statements(LogTable log) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "create table if not exists %s (position bigint primary key, body %s not null)"
            .formatted(log.entries(), dialect.bodyType()));
    statements.addAll(dialect.createLogExtras(log));
    return statements;
  }

  private static void execute(Connection connection, List<String> sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    }
  }
}
