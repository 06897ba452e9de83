package io.foodsafety.storage.jdbc.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.foodsafety.spi.storage.StorageException;
import javax.sql.DataSource;

/** Opens connection pools. */
final class Pools {

  private Pools() {}

  /** A pool of connections without automatic commit, each prepared by a statement. */
  static HikariDataSource open(DataSource source, Settings settings, int size, String initialSql) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("foodsafety-storage");
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(Math.max(250, settings.timeout().toMillis()));
    config.setAutoCommit(false);
    config.setConnectionInitSql(initialSql);
    // Otherwise the settings belong to the first transaction, and are lost if it is rolled back.
    config.setIsolateInternalQueries(true);
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StorageException(
          "The database (%s) gave no connection.".formatted(settings.url().shown()), e);
    }
  }
}
