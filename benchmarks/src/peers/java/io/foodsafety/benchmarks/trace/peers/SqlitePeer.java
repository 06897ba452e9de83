package io.foodsafety.benchmarks.trace.peers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** SQLite: the table is its own index, so that a step is one search in one tree. */
final class SqlitePeer extends SqlPeer {

  private final Path file;

  private SqlitePeer(Connection connection, TimedEdges edges, Path file) throws SQLException {
    super(connection, edges.lots());
    this.file = file;
  }

  static TracePeer load(TimedEdges edges, Path folder) throws SQLException {
    Path file = folder.resolve("sqlite.db");
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute(
        connection,
        "pragma journal_mode = off",
        "pragma synchronous = off",
        "pragma cache_size = -1000000", // kB: all of it
        "pragma mmap_size = 2000000000",
        "pragma temp_store = memory",
        """
        create table edge (
          number integer, source integer, time integer, target integer,
          primary key (source, time, number)) without rowid
        """);
    insert(connection, edges);
    execute(connection, "analyze");
    return new SqlitePeer(connection, edges, file);
  }

  @Override
  public long bytesInFiles() {
    return file.toFile().length();
  }
}
