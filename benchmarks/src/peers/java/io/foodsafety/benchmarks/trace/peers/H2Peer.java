package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.ArrivalSearch.Arrival;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * H2, searched from outside with a prepared statement per step: its recursive queries are
 * experimental, and give wrong counts on graphs in which a node can be reached in two ways.
 */
final class H2Peer implements TracePeer {

  private final Connection connection;
  private final PreparedStatement all;
  private final PreparedStatement inTime;
  private final Path folder;
  private final int lots;

  private H2Peer(Connection connection, TimedEdges edges, Path folder) throws SQLException {
    this.connection = connection;
    this.folder = folder;
    lots = edges.lots();
    all = connection.prepareStatement("select target from edge where source = ?");
    inTime =
        connection.prepareStatement(
            "select target, time from edge where source = ? and time >= ?");
  }

  static TracePeer load(TimedEdges edges, Path folder) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + folder.resolve("h2") + ";CACHE_SIZE=1000000"); // kB: all of it
    SqlPeer.execute(
        connection,
        "create table edge (number integer, source integer, time integer, target integer)");
    SqlPeer.insert(connection, edges);
    SqlPeer.execute(
        connection,
        "create index edge_by_source on edge (source, time, target)",
        "analyze",
        "checkpoint sync");
    return new H2Peer(connection, edges, folder);
  }

  @Override
  public Answer closure(int start) {
    try {
      Set<Integer> seen = new HashSet<>();
      Deque<Integer> queue = new ArrayDeque<>();
      seen.add(start);
      queue.add(start);
      for (Integer node = queue.poll(); node != null; node = queue.poll()) {
        all.setInt(1, node);
        try (ResultSet rows = all.executeQuery()) {
          while (rows.next()) {
            if (seen.add(rows.getInt(1))) {
              queue.add(rows.getInt(1));
            }
          }
        }
      }
      return Found.of(seen, lots);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Answer earliestArrival(int start) {
    try {
      ArrivalSearch<Integer> search = new ArrivalSearch<>(start);
      for (Arrival<Integer> at = search.next(); at != null; at = search.next()) {
        inTime.setInt(1, at.node());
        inTime.setInt(2, at.time());
        try (ResultSet rows = inTime.executeQuery()) {
          while (rows.next()) {
            search.offer(rows.getInt(1), rows.getInt(2));
          }
        }
      }
      return search.answer(Integer::intValue, lots);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public long bytesInFiles() {
    return SqlPeer.bytesIn(folder);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
