package io.foodsafety.storage.jdbc.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * One PostgreSQL for all tests of this JVM, which stops it at its end; each test gets a database.
 */
final class Postgres {

  private static final EmbeddedPostgres SERVER = start();
  private static int databases;

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings that lead to an empty database. */
  static synchronized Map<String, String> newDatabase(String... more) {
    String name = "city" + ++databases;
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("url", "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), name));
    settings.put("user", "postgres");
    settings.put("pool", "6");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  static Connection connect(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(settings.get("url"), settings.get("user"), "");
  }

  static void execute(Map<String, String> settings, String sql) throws SQLException {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
