package io.foodsafety.storage.jdbc.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL: writes are serialisable and may have to be run again; reads are on a snapshot. */
final class PostgresEngine implements Engine {

  /**
   * A connection reads a snapshot unless told otherwise. Whole tables are not scanned where there
   * is an index, whatever the statistics say: a transaction that scans a table gives way to every
   * writer.
   */
  private static final String READS =
      "set session characteristics as transaction isolation level repeatable read read only;"
          + " set enable_seqscan = off; set jit = off;"
          + " select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') = 'off'";

  private static final String WRITES = "set transaction isolation level serializable, read write";

  private static final String LEASES = "set transaction isolation level read committed, read write";

  private final Dialect dialect = new PostgresDialect();
  private final Settings settings;
  private final HikariDataSource pool;

  private PostgresEngine(Settings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  static PostgresEngine open(Settings settings, StorageSchema schema) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url().driver());
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
    }
    if (!settings.password().isEmpty()) {
      source.setPassword(settings.password());
    }
    source.setReWriteBatchedInserts(true);
    source.setTcpKeepAlive(true);
    // Details hold the values of keys, which may be personal data.
    source.setLogServerErrorDetail(false);
    check(source, settings);
    Migrations.run(source, "postgresql", settings);
    new Registry(new PostgresDialect(), settings).create(source, schema);
    return new PostgresEngine(settings, Pools.open(source, settings, settings.pool(), READS));
  }

  private static void check(PGSimpleDataSource source, Settings settings) {
    try (Connection connection = source.getConnection()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < 12) {
        throw new StorageException(
            "The database (%s) is PostgreSQL %s; version 12 or newer is needed."
                .formatted(
                    settings.url().shown(), connection.getMetaData().getDatabaseProductVersion()));
      }
    } catch (SQLException e) {
      throw new StorageException(
          "The database (%s) cannot be reached: %s"
              .formatted(settings.url().shown(), e.getMessage()),
          e);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public String shown() {
    return settings.url().shown();
  }

  @Override
  public Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public Connection connectToWrite() throws SQLException {
    return connect();
  }

  @Override
  public void renewConnections() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void lockWriter() {}

  @Override
  public void unlockWriter() {}

  @Override
  public void beginWrite(Connection connection) throws SQLException {
    execute(connection, WRITES);
  }

  @Override
  public void beginLease(Connection connection) throws SQLException {
    execute(connection, LEASES);
  }

  @Override
  public void sync() {}

  @Override
  public Failure classify(SQLException failure) {
    return PostgresFailures.classify(failure);
  }

  @Override
  public Optional<Issue> explain(SQLException failure) {
    return PostgresFailures.explain(failure, shown());
  }

  @Override
  public void close() {
    pool.close();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
