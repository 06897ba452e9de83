package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Column;
import io.foodsafety.benchmarks.rules.FactTable;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB: a table for each kind of fact, rows by business and day, and the policy as one statement
 * on two threads.
 */
final class DuckDbRulePeer implements RulePeer {

  private static final int THREADS = 2;

  private final Connection connection;
  private final String statement = new DuckDbRules().statement();

  private DuckDbRulePeer(Connection connection) {
    this.connection = connection;
  }

  static RulePeer load(Population population, Path folder) throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("duck.db"));
    execute(connection, "set threads = " + THREADS);
    create(connection, "business", "business integer", population.attributes());
    try (DuckDBAppender rows = appender(connection, "business")) {
      for (int i = 0; i < population.size(); i++) {
        rows.beginRow();
        rows.append(i);
        append(rows, population.attributes(), i);
        rows.endRow();
      }
    }
    for (FactTable table : population.facts()) {
      load(connection, population.size(), table);
    }
    execute(connection, "checkpoint");
    return new DuckDbRulePeer(connection);
  }

  private static void load(Connection connection, int businesses, FactTable table)
      throws SQLException {
    create(
        connection, table.kind(), "business integer, row integer, day integer", table.columns());
    try (DuckDBAppender rows = appender(connection, table.kind())) {
      for (int business = 0; business < businesses; business++) {
        for (int row = table.offsets()[business]; row < table.offsets()[business + 1]; row++) {
          rows.beginRow();
          rows.append(business);
          rows.append(row);
          rows.append((int) table.days()[row]);
          append(rows, table.columns(), row);
          rows.endRow();
        }
      }
    }
  }

  private static void create(
      Connection connection, String table, String keys, List<Column> columns)
      throws SQLException {
    String attributes =
        columns.stream()
            .map(column -> ", \"" + column.name() + "\" integer")
            .collect(Collectors.joining());
    execute(connection, "create table \"%s\" (%s%s)".formatted(table, keys, attributes));
  }

  private static DuckDBAppender appender(Connection connection, String table)
      throws SQLException {
    return connection.unwrap(DuckDBConnection.class).createAppender("main", table);
  }

  private static void append(DuckDBAppender rows, List<Column> columns, int row)
      throws SQLException {
    for (Column column : columns) {
      int value = column.at(row);
      if (value == Column.ABSENT) {
        rows.appendNull();
      } else {
        rows.append(value);
      }
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void grade(int from, int to, Grades into) {
    String range = "between %d and %d".formatted(from, to - 1);
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(statement.replace("between ? and ?", range))) {
      while (rows.next()) {
        int score = rows.getInt(2);
        into.set(rows.getInt(1), score < 0 ? Grades.NO_SCORE : score, rows.getInt(3), rows.getInt(4));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean usesAllProcessors() {
    return true;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
