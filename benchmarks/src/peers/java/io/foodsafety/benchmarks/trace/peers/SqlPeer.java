package io.foodsafety.benchmarks.trace.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;

/** A database that follows edges by itself, in a recursive query. */
abstract class SqlPeer implements TracePeer {

  /** {@code union}, and not {@code union all}: what was reached before is not followed again. */
  private static final String CLOSURE =
      """
      with recursive reached(node) as (
        select cast(? as integer)
        union
        select target from reached join edge on source = node)
      select count(*), sum(node), 0 from reached where node < %d
      """;

  /** Standard SQL has no way to keep the earliest arrival only while it follows. */
  private static final String EARLIEST_ARRIVAL =
      """
      with recursive reached(node, arrival) as (
        select cast(? as integer), 0
        union
        select target, time from reached join edge on source = node and time >= arrival)
      select count(*), sum(node), sum(arrival) from (
        select node, min(arrival) as arrival from reached where node < %d group by node) as earliest
      """;

  private final Connection connection;
  private final PreparedStatement closure;
  private final PreparedStatement earliestArrival;

  /** Takes over a connection to a database with the table {@code edge (source, time, target)}. */
  SqlPeer(Connection connection, int lots) throws SQLException {
    this.connection = connection;
    closure = connection.prepareStatement(CLOSURE.formatted(lots));
    earliestArrival = connection.prepareStatement(EARLIEST_ARRIVAL.formatted(lots));
  }

  /** Loads through a prepared statement, in one transaction. */
  static void insert(Connection connection, TimedEdges edges) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into edge (number, source, time, target) values (?, ?, ?, ?)")) {
      for (int edge = 0; edge < edges.size(); edge++) {
        insert.setInt(1, edge);
        insert.setInt(2, edges.from(edge));
        insert.setInt(3, edges.time(edge));
        insert.setInt(4, edges.to(edge));
        insert.addBatch();
        if (edge % 1000 == 999) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    for (String sql : statements) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  static long bytesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Answer closure(int start) {
    return ask(closure, start);
  }

  @Override
  public Answer earliestArrival(int start) {
    return ask(earliestArrival, start);
  }

  private static Answer ask(PreparedStatement query, int start) {
    try {
      query.setInt(1, start);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Answer(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
