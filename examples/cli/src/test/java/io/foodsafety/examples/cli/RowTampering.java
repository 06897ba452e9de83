package io.foodsafety.examples.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Changes one row, or two, of the tables of a city past the library: a bit, a length, a version, an
 * id or position; a row taken away, put in, or two exchanged.
 */
final class RowTampering {

  /** Takes a change back. */
  interface Undo {
    void run() throws SQLException;
  }

  /**
   * A change that was made.
   *
   * @param what which
   * @param undo takes it back
   */
  record Change(String what, Undo undo) {}

  private static final List<String> DOCUMENTS =
      List.of("facts", "withdrawals", "subjects", "meta", "trace_events", "relations");
  private static final String TREE = "fs_c_ledger_tree";
  private static final List<String> LOGS = List.of("fs_l_ledger", "fs_l_ledger_seals");

  private final Connection connection;
  private final Random random;

  RowTampering(Connection connection, Random random) {
    this.connection = connection;
    this.random = random;
  }

  /** Makes a random change; nothing if it would have changed nothing. */
  Optional<Change> change() throws SQLException {
    String table = table();
    String key = LOGS.contains(table) ? "position" : "id";
    List<Object> keys = keys(table, key);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Object one = keys.get(random.nextInt(keys.size()));
    Object other = keys.get(random.nextInt(keys.size()));
    return switch (random.nextInt(7)) {
      case 0 -> rewrite(table, key, one, flip(body(table, key, one)));
      case 1 -> rewrite(table, key, one, resize(body(table, key, one)));
      case 2 -> version(table, one);
      case 3 -> rename(table, key, one, renamed(one, keys));
      case 4 -> remove(table, key, one);
      case 5 -> insert(table, key, one, renamed(keys.get(keys.size() - 1), keys));
      default -> exchange(table, key, one, other);
    };
  }

  /** Half of the changes are in documents, the rest in logs and in the tree. */
  private String table() {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> "fs_c_" + DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
      case 3 -> TREE;
      default -> LOGS.get(random.nextInt(LOGS.size()));
    };
  }

  private List<Object> keys(String table, String key) throws SQLException {
    List<Object> keys = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select %s from %s order by %1$s".formatted(key, table));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        keys.add(rows.getObject(1));
      }
    }
    return keys;
  }

  private byte[] body(String table, String key, Object row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select body from %s where %s = ?".formatted(table, key))) {
      statement.setObject(1, row);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBytes(1);
      }
    }
  }

  private byte[] flip(byte[] body) {
    byte[] flipped = body.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private byte[] resize(byte[] body) {
    return Arrays.copyOf(body, random.nextBoolean() ? body.length - 1 : body.length + 1);
  }

  private Object renamed(Object key, List<Object> keys) {
    if (key instanceof Long position) {
      long free = position + 1 + random.nextInt(5);
      while (keys.contains(free)) {
        free++;
      }
      return free;
    }
    if (key instanceof byte[] id) {
      byte[] longer = Arrays.copyOf(id, id.length + 1);
      longer[id.length] = (byte) ('a' + random.nextInt(26));
      return longer;
    }
    return key + "z" + random.nextInt(10);
  }

  private Optional<Change> rewrite(String table, String key, Object row, byte[] body)
      throws SQLException {
    byte[] before = body(table, key, row);
    String sql = "update %s set body = ? where %s = ?".formatted(table, key);
    run(sql, body, row);
    return done("body of", table, row, () -> run(sql, before, row));
  }

  /** What is derived has versions that say nothing. */
  private Optional<Change> version(String table, Object row) throws SQLException {
    if (LOGS.contains(table) || table.equals(TREE)) {
      return Optional.empty();
    }
    int by = random.nextBoolean() ? 1 : -1;
    String sql = "update %s set version = version + ? where id = ?".formatted(table);
    run(sql, by, row);
    return done("version of", table, row, () -> run(sql, -by, row));
  }

  private Optional<Change> rename(String table, String key, Object row, Object to)
      throws SQLException {
    String sql = "update %s set %s = ? where %2$s = ?".formatted(table, key);
    run(sql, to, row);
    return done("key of", table, row, () -> run(sql, row, to));
  }

  private Optional<Change> remove(String table, String key, Object row) throws SQLException {
    Map<String, Object> before = row(table, key, row);
    run("delete from %s where %s = ?".formatted(table, key), row);
    return done("removed", table, row, () -> put(table, before));
  }

  private Optional<Change> insert(String table, String key, Object row, Object as)
      throws SQLException {
    Map<String, Object> copy = row(table, key, row);
    copy.replaceAll((column, value) -> column.equalsIgnoreCase(key) ? as : value);
    put(table, copy);
    return done(
        "inserted a copy of",
        table,
        row,
        () -> run("delete from %s where %s = ?".formatted(table, key), as));
  }

  private Optional<Change> exchange(String table, String key, Object one, Object other)
      throws SQLException {
    byte[] first = body(table, key, one);
    byte[] second = body(table, key, other);
    if (Arrays.equals(first, second)) {
      return Optional.empty();
    }
    String sql = "update %s set body = ? where %s = ?".formatted(table, key);
    run(sql, second, one);
    run(sql, first, other);
    return done(
        "exchanged with another",
        table,
        one,
        () -> {
          run(sql, first, one);
          run(sql, second, other);
        });
  }

  private static Optional<Change> done(String how, String table, Object row, Undo undo) {
    String name = row instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(row);
    return Optional.of(new Change(how + " " + table + "/" + name, undo));
  }

  private Map<String, Object> row(String table, String key, Object row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from %s where %s = ?".formatted(table, key))) {
      statement.setObject(1, row);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        Map<String, Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String name = columns.getColumnName(i);
          values.put(name, name.equalsIgnoreCase("body") ? rows.getBytes(i) : rows.getObject(i));
        }
        return values;
      }
    }
  }

  private void put(String table, Map<String, Object> row) throws SQLException {
    run(
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", row.keySet()),
                String.join(", ", Collections.nCopies(row.size(), "?"))),
        row.values().toArray());
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new SQLException("Not one row: " + sql);
      }
    }
  }
}
