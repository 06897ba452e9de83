package io.foodsafety.benchmarks.trace.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL, in memory as far as it can be, with an index that holds all a step needs. */
final class PostgresPeer extends SqlPeer {

  private final EmbeddedPostgres server;
  private final long bytes;

  private PostgresPeer(
      EmbeddedPostgres server, Connection connection, TimedEdges edges, long bytes)
      throws SQLException {
    super(connection, edges.lots());
    this.server = server;
    this.bytes = bytes;
  }

  static TracePeer load(TimedEdges edges) throws SQLException, IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("work_mem", "128MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("jit", "off") // it would compile each query anew
            .start();
    Connection connection = server.getPostgresDatabase().getConnection();
    execute(connection, "create table edge (source integer, time integer, target integer)");
    copy(edges, connection);
    execute(
        connection,
        "create index on edge (source, time) include (target)",
        "vacuum (analyze) edge"); // without it the index alone would not do
    return new PostgresPeer(server, connection, edges, bytes(connection));
  }

  private static void copy(TimedEdges edges, Connection connection)
      throws SQLException, IOException {
    try (PGCopyOutputStream out =
        new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy edge from stdin")) {
      for (int edge = 0; edge < edges.size(); edge++) {
        String row = edges.from(edge) + "\t" + edges.time(edge) + "\t" + edges.to(edge) + "\n";
        out.write(row.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static long bytes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_total_relation_size('edge')")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public long bytesInFiles() {
    return bytes;
  }

  @Override
  public void close() throws SQLException {
    super.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
