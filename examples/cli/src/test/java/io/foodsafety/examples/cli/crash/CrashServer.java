package io.foodsafety.examples.cli.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed and started again on the same data. */
final class CrashServer implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres server;

  CrashServer(Path data) throws IOException {
    this.data = data;
    this.server = start();
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  String newDatabase(String name) throws SQLException {
    execute("create database " + name);
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
  }

  String url(String name) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
  }

  void drop(String name) throws SQLException {
    execute("drop database " + name + " with (force)");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** {@code kill -9} of the server and of every process that it started, all at once. */
  void kill() throws IOException, InterruptedException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      while (each.isAlive()) {
        Thread.sleep(5);
      }
    }
  }

  void restart() throws IOException {
    server.close(); // there is nothing to stop, but its lock on the data is given up
    server = start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
