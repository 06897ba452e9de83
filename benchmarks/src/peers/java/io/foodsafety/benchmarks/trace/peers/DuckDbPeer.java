package io.foodsafety.benchmarks.trace.peers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB. Sorted by source, as its guide advises in place of an index: joins do not use indexes. It
 * is made for large questions and starts each step of a small one at great cost.
 */
final class DuckDbPeer extends SqlPeer {

  private final Path folder;

  private DuckDbPeer(Connection connection, TimedEdges edges, Path folder) throws SQLException {
    super(connection, edges.lots());
    this.folder = folder;
  }

  static TracePeer load(TimedEdges edges, Path folder) throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("duck.db"));
    execute(connection, "create temp table loaded (source integer, time integer, target integer)");
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "loaded")) {
      for (int edge = 0; edge < edges.size(); edge++) {
        appender.beginRow();
        appender.append(edges.from(edge));
        appender.append(edges.time(edge));
        appender.append(edges.to(edge));
        appender.endRow();
      }
    }
    execute(
        connection,
        "create table edge as select * from loaded order by source, time",
        "drop table loaded",
        "checkpoint");
    return new DuckDbPeer(connection, edges, folder);
  }

  @Override
  public long bytesInFiles() {
    return bytesIn(folder);
  }
}
