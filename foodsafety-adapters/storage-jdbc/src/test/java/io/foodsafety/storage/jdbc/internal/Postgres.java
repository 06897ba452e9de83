package io.foodsafety.storage.jdbc.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * One PostgreSQL for all tests of this JVM, at whose end it stops itself; each test gets a
 * database.
 */
public final class Postgres {

  private static final EmbeddedPostgres SERVER = start();
  private static int created;

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      // Tests need no disk; measurements ask for it.
      String fsync = System.getProperty("foodsafety.postgres.fsync", "off");
      return EmbeddedPostgres.builder().setServerConfig("fsync", fsync).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings that lead to an empty database. */
  public static Map<String, String> newDatabase() {
    String name = create("database");
    return settings(name, "");
  }

  /** Settings that lead to an empty schema, which is made faster than a database. */
  public static Map<String, String> newSchema() {
    String name = create("schema");
    return settings("postgres", "?currentSchema=" + name);
  }

  private static synchronized String create(String what) {
    String name = "city" + ++created;
    try {
      execute(settings("postgres", ""), "create %s %s".formatted(what, name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  private static Map<String, String> settings(String database, String parameters) {
    String url =
        "jdbc:postgresql://localhost:%d/%s%s".formatted(SERVER.getPort(), database, parameters);
    return Map.of("url", url, "user", "postgres", "pool", "6");
  }

  public static Connection connect(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(settings.get("url"), settings.get("user"), "");
  }

  public static void execute(Map<String, String> settings, String sql) throws SQLException {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
