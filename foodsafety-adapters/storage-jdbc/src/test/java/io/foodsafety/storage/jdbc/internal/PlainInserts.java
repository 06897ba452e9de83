package io.foodsafety.storage.jdbc.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a city's tables, and their insertion into the same tables of another database by
 * plain JDBC: prepared statements, batches, as many transactions as the city had.
 */
final class PlainInserts {

  /**
   * The new rows of one table.
   *
   * @param sql the statement that inserts one
   */
  private record Rows(String sql, List<@Nullable Object[]> rows) {

    /** The part of a transaction, of so many. */
    List<@Nullable Object[]> part(int number, int parts) {
      int from = (int) ((long) rows.size() * number / parts);
      int to = (int) ((long) rows.size() * (number + 1) / parts);
      return rows.subList(from, to);
    }
  }

  private final List<Rows> tables = new ArrayList<>();

  /**
   * Reads what is new in all tables of a city.
   *
   * @param known what was there before, by table; brought up to date
   */
  static PlainInserts read(Connection city, TreeMap<String, Long> known) throws SQLException {
    PlainInserts inserts = new PlainInserts();
    for (String table : tables(city)) {
      inserts.read(city, table, known);
    }
    return inserts;
  }

  /** The tables of collections, of their values, and of logs. */
  static List<String> tables(Connection city) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        city.getMetaData()
            .getTables(null, city.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).matches("fs_[cil]_.*"))
        .sorted()
        .toList();
  }

  /** Rows are read in the order of their keys, in which they were made, behind those known. */
  private void read(Connection city, String table, TreeMap<String, Long> known)
      throws SQLException {
    long skipped = known.getOrDefault(table, 0L);
    String order = table.toLowerCase(Locale.ROOT).startsWith("fs_l_") ? "position" : "id";
    try (Statement statement = city.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select * from %s order by %s offset %d".formatted(table, order, skipped))) {
      ResultSetMetaData columns = rows.getMetaData();
      int count = columns.getColumnCount();
      List<@Nullable Object[]> found = new ArrayList<>();
      while (rows.next()) {
        @Nullable Object[] row = new Object[count];
        for (int i = 0; i < count; i++) {
          row[i] = value(rows, columns.getColumnType(i + 1), i + 1);
        }
        found.add(row);
      }
      if (!found.isEmpty()) {
        known.put(table, skipped + found.size());
        tables.add(new Rows(insert(table, columns, count), found));
      }
    }
  }

  private static @Nullable Object value(ResultSet row, int type, int index) throws SQLException {
    return switch (type) {
      case Types.BLOB, Types.VARBINARY, Types.BINARY -> row.getBytes(index);
      default -> row.getObject(index);
    };
  }

  private static String insert(String table, ResultSetMetaData columns, int count)
      throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(columns.getColumnName(i));
    }
    return "insert into %s (%s) values (%s)"
        .formatted(
            table,
            String.join(", ", names),
            Collections.nCopies(count, "?").stream().collect(Collectors.joining(", ")));
  }

  /** How many rows there are. */
  long size() {
    return tables.stream().mapToLong(each -> each.rows().size()).sum();
  }

  /**
   * Inserts the rows by one thread's share of the transactions.
   *
   * @param url with all that the driver needs
   * @param afterCommit a statement that follows each commit; empty for none
   * @param thread which thread this is, of so many
   * @param transactions of all threads
   */
  void insert(
      String url, String user, String afterCommit, int thread, int threads, int transactions)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      connection.setAutoCommit(false);
      for (int number = thread; number < transactions; number += threads) {
        for (Rows each : tables) {
          insert(connection, each.sql(), each.part(number, transactions));
        }
        connection.commit();
        if (!afterCommit.isEmpty()) {
          try (Statement statement = connection.createStatement()) {
            statement.execute(afterCommit);
          }
        }
      }
    }
  }

  private static void insert(Connection connection, String sql, List<@Nullable Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
