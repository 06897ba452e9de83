package com.example.foodsafety.sqlite;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.WriteTransaction;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A storage in one file. SQLite lets one writer in at a time, so that transactions are serial, and
 * shows every reader one snapshot (WAL).
 */
final class SqliteStorage implements Storage {

  private static final String WRITE = "begin immediate";
  private static final String ATTRIBUTES = "select names from attributes where collection = ?";
  private static final String RELEASE =
      "update leases set until = 0 where name = ? and holder = ? and token = ?";

  private static final String TABLES =
      """
      create table if not exists attributes (collection text primary key, names text not null);
      create table if not exists documents (collection text, id text, version integer not null,
        body blob not null, primary key (collection, id)) without rowid;
      create table if not exists values_of (collection text, attribute text, value text, id text,
        primary key (collection, attribute, value, id)) without rowid;
      create index if not exists values_by_id on values_of (collection, id);
      create table if not exists entries (log text, position integer, body blob not null,
        primary key (log, position)) without rowid;
      create table if not exists leases (name text primary key, holder text not null,
        token integer not null, until integer not null)""";

  /** A lease that another holder has stays as it is; one that was released is a new one. */
  private static final String TAKE_LEASE =
      """
      insert into leases values (?1, ?2, 1, cast(unixepoch('subsec') * 1000 as integer) + ?3)
      on conflict (name) do update set token = token + (holder <> ?2 or until = 0),
        holder = ?2, until = excluded.until
      where holder = ?2 or until <= excluded.until - ?3
      returning token""";

  private final StorageSchema schema;
  private final String url;
  private final Queue<Sql> idle = new ConcurrentLinkedQueue<>();

  /** Work holds the read lock; closing takes the write lock, and so waits for it. */
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock(true);

  private boolean closed;

  SqliteStorage(StorageSchema schema, String file) {
    this.schema = schema;
    this.url = "jdbc:sqlite:" + file;
    inTransaction(WRITE, this::createTables);
  }

  private Boolean createTables(Sql sql) {
    List.of(TABLES.split(";")).forEach(statement -> sql.update(statement));
    schema.collections().forEach(collection -> checkAttributes(sql, collection));
    return true;
  }

  private static void checkAttributes(Sql sql, CollectionSchema collection) {
    String names =
        collection.attributes().stream()
            .map(attribute -> attribute.name() + (attribute.multiValued() ? "[]" : ""))
            .sorted()
            .collect(Collectors.joining(" "));
    sql.update("insert or ignore into attributes values (?, ?)", collection.name(), names);
    String stored = sql.query(row -> row.getString(1), ATTRIBUTES, collection.name()).get(0);
    if (!stored.equals(names)) {
      throw new StorageException(
          "The collection (%s) is stored with the attributes (%s) and declared with (%s)."
              .formatted(collection.name(), stored, names));
    }
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    return inTransaction(
        "begin",
        sql -> {
          try (SqliteView view = new SqliteView(schema, sql)) {
            return work.apply(view);
          }
        });
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    return inTransaction(
        WRITE,
        sql -> {
          try (SqliteTransaction transaction = new SqliteTransaction(schema, sql)) {
            R result = work.apply(transaction);
            transaction.finish();
            return result;
          }
        });
  }

  @Override
  public Optional<Lease> tryLease(String name, String holder, Duration duration) {
    if (name.isEmpty() || name.length() > 256 || duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(
          "A lease needs a name of 1 to 256 characters and a positive duration.");
    }
    long millis = Math.min(duration.toMillis() + 1, Duration.ofDays(36_500).toMillis());
    Sql.Row<Lease> lease = row -> new Lease(name, holder, row.getLong(1));
    return inTransaction(
        WRITE, sql -> sql.query(lease, TAKE_LEASE, name, holder, millis).stream().findFirst());
  }

  @Override
  public void release(Lease lease) {
    inTransaction(WRITE, sql -> sql.update(RELEASE, lease.name(), lease.holder(), lease.token()));
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      for (Sql sql = idle.poll(); sql != null; sql = idle.poll()) {
        sql.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Runs work between a begin and its commit, or rollback if it throws. */
  private <R> R inTransaction(String begin, Function<Sql, R> work) {
    if (use.getReadHoldCount() > 0) {
      throw new IllegalStateException("A read or write inside a work is not allowed.");
    }
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The storage is closed.");
      }
      return run(begin, work);
    } finally {
      use.readLock().unlock();
    }
  }

  private <R> R run(String begin, Function<Sql, R> work) {
    Sql known = idle.poll();
    Sql sql = known == null ? connect() : known;
    boolean usable = false;
    try {
      sql.update(begin);
      R result = work.apply(sql);
      sql.update("commit");
      usable = true;
      return result;
    } finally {
      if (usable) {
        idle.add(sql);
      } else {
        sql.close(); // which rolls back
      }
    }
  }

  private Sql connect() {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", "60000");
    settings.setProperty("journal_mode", "WAL");
    settings.setProperty("synchronous", "FULL");
    try {
      return new Sql(DriverManager.getConnection(url, settings));
    } catch (SQLException e) {
      throw Sql.failed(e);
    }
  }
}
