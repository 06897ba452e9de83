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

/** A PostgreSQL that can be stopped or killed, and started again on the same data and port. */
final class CrashServer implements AutoCloseable {

  /** Lets the server choose. */
  private static final int ANY_PORT = 0;

  /** Megabytes of a file of the log, which the server makes whole; as usual. */
  private static final int LOG_FILE = 16;

  private final Path data;
  private final int logFile;
  private EmbeddedPostgres server;

  CrashServer(Path data) throws IOException {
    this(data, LOG_FILE);
  }

  /** A server on an empty folder, the files of whose log have so many megabytes. */
  CrashServer(Path data, int logFile) throws IOException {
    this.data = data;
    this.logFile = logFile;
    this.server = start(ANY_PORT);
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setLocaleConfig("wal-segsize", String.valueOf(logFile)) // any option of initdb
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

  /**
   * Lets no file of the server grow beyond a size, {@code unlimited} to lift that. The processes
   * that it starts later have the limit, too.
   *
   * @return false if there is no {@code prlimit} of util-linux, or it may not do that
   */
  boolean limitFiles(String bytes) throws IOException, InterruptedException {
    for (ProcessHandle each : processes()) {
      List<String> command =
          List.of("prlimit", "--pid", String.valueOf(each.pid()), "--fsize=" + bytes + ":");
      try {
        boolean isSet = new ProcessBuilder(command).start().waitFor() == 0;
        if (!isSet && each.isAlive()) {
          return false;
        }
      } catch (IOException e) {
        return false; // there is no such command
      }
    }
    return true;
  }

  /** The server and every process that it started. */
  private List<ProcessHandle> processes() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  /** {@code kill -9} of the server and of every process that it started, all at once. */
  void kill() throws IOException, InterruptedException {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      while (each.isAlive()) {
        Thread.sleep(5);
      }
    }
  }

  /** Ends it in order: running transactions are rolled back. */
  void terminate() throws IOException {
    server.close();
  }

  void restart() throws IOException {
    int port = server.getPort();
    server.close(); // it may have ended, but its lock on the data is given up
    server = start(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
