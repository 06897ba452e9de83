package io.foodsafety.storage.jdbc.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * H2 in this process: one writer at a time, readers on snapshots. One connection stays open for as
 * long as the storage, so that H2 does not close the database between two calls.
 */
final class H2Engine implements Engine {

  private static final String SNAPSHOT =
      "set session characteristics as transaction isolation level snapshot";

  /**
   * Nobody commits beside the one writer, so that it sees one state in any case. With a snapshot H2
   * would look twice for each key of an index.
   */
  private static final String COMMITTED =
      "set session characteristics as transaction isolation level read committed";

  private final ReentrantLock writer = new ReentrantLock(true);
  private final Dialect dialect = new H2Dialect();
  private final Settings settings;
  private final Connection keeper;
  private final MVStore store;
  private final HikariDataSource pool;
  private final HikariDataSource writers;
  private final boolean syncs;

  private H2Engine(Settings settings, Connection keeper, DataSource source) throws SQLException {
    this.settings = settings;
    this.keeper = keeper;
    this.store = store(keeper);
    this.pool = Pools.open(source, settings, settings.pool(), SNAPSHOT);
    this.writers = Pools.open(source, settings, 1, COMMITTED);
    this.syncs = settings.sync() && settings.url().kind() == DatabaseUrl.Kind.H2_FILE;
  }

  static H2Engine open(Settings settings, StorageSchema schema) {
    H2File.register();
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(settings.url().driver());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    Connection keeper = keep(source, settings);
    try {
      prepare(keeper, settings);
      Migrations.run(source, "h2", settings);
      new Registry(new H2Dialect(), settings).create(source, schema);
      return new H2Engine(settings, keeper, source);
    } catch (SQLException e) {
      closeQuietly(keeper, e);
      throw new StorageException(
          "The database (%s) cannot be prepared.".formatted(settings.url().shown()), e);
    } catch (Throwable e) {
      closeQuietly(keeper, e);
      throw e;
    }
  }

  /** What H2 keeps its tables in. */
  private static MVStore store(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }

  private static Connection keep(JdbcDataSource source, Settings settings) {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      Optional<Issue> known = H2Failures.atOpening(e, settings);
      if (known.isPresent()) {
        throw new StorageException(known.get(), e);
      }
      if (e.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
        throw new StorageException(
            "There is no database at (%s).".formatted(settings.url().shown()), e);
      }
      throw new StorageException(
          "The database (%s) cannot be opened: %s"
              .formatted(settings.url().shown(), e.getMessage()),
          e);
    }
  }

  /**
   * Refuses a database that this process has open already: two storages would not see each other.
   */
  private static void prepare(Connection keeper, Settings settings) {
    try (Statement statement = keeper.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("select count(*) from information_schema.sessions")) {
        row.next();
        if (row.getInt(1) > 1) {
          throw new StorageException(
              "The database (%s) is open already in this process. Maybe an earlier storage was not closed?"
                  .formatted(settings.url().shown()));
        }
      }
      checkWritable(statement, settings);
      // Bodies stay in their rows: large objects of their own are slow and are cleared up late.
      statement.execute("set max_length_inplace_lob " + (1 << 30));
    } catch (SQLException e) {
      throw new StorageException(
          "The database (%s) cannot be prepared; its user must be an administrator."
              .formatted(settings.url().shown()),
          e);
    }
  }

  /** H2 opens a file that it may not write, and fails at the first change only. */
  private static void checkWritable(Statement statement, Settings settings) throws SQLException {
    try (ResultSet row = statement.executeQuery("select readonly()")) {
      row.next();
      if (row.getBoolean(1)) {
        throw new StorageException(H2Failures.notWritable("it may only be read", settings));
      }
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
    return writers.getConnection();
  }

  @Override
  public void renewConnections() {
    pool.getHikariPoolMXBean().softEvictConnections();
    writers.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void lockWriter() {
    writer.lock();
  }

  @Override
  public void unlockWriter() {
    writer.unlock();
  }

  @Override
  public void beginWrite(Connection connection) {}

  @Override
  public void beginLease(Connection connection) {}

  /**
   * A commit has written its changes to the file, so that only the disk is waited for. {@code
   * checkpoint sync} would write, too, under the lock that H2 needs to close after a failed commit
   * of another thread: both would wait forever.
   */
  @Override
  public void sync() throws SQLException {
    if (!syncs) {
      return;
    }
    try {
      store.sync();
    } catch (MVStoreException e) {
      throw new SQLException("The file was not written to the disk.", e);
    }
    // To sync a file that was closed meanwhile does nothing.
    if (store.isClosed()) {
      throw new SQLException("The database was closed before its file was written to the disk.");
    }
  }

  @Override
  public Failure classify(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.CONCURRENT_UPDATE_1, ErrorCode.DEADLOCK_1, ErrorCode.LOCK_TIMEOUT_1 ->
          Failure.RETRY;
      default -> Failure.FATAL;
    };
  }

  /** A thread that comes after a failed write of another one is told less than the store knows. */
  @Override
  public Optional<Issue> explain(SQLException failure) {
    return H2Failures.inUse(failure, settings)
        .or(
            () ->
                Optional.ofNullable(store.getPanicException())
                    .flatMap(first -> H2Failures.inUse(new SQLException(first), settings)));
  }

  @Override
  public void close() {
    writers.close();
    pool.close();
    try (keeper) {
      if (settings.url().kind() == DatabaseUrl.Kind.H2_FILE && !store.isClosed()) {
        new H2Compaction(store).run(settings.url().compactionMillis());
      }
    } catch (SQLException | MVStoreException e) {
      throw new StorageException(
          "The database (%s) failed while closing; what was committed is kept.".formatted(shown()),
          e);
    }
  }

  private static void closeQuietly(Connection connection, Throwable reason) {
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
