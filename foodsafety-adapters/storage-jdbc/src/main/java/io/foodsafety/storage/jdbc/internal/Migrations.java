package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.StorageException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the fixed tables. */
final class Migrations {

  static final String HISTORY = "fs_schema_history";

  private Migrations() {}

  /** Often enough for several storages that open one empty database at once. */
  private static final int MOST_RUNS = 5;

  private static final int PAUSE_MILLIS = 100;

  static void run(DataSource source, String dialect, Settings settings) {
    for (int run = 1; ; run++) {
      try {
        migrate(source, dialect);
        return;
      } catch (FlywayException e) {
        // Of two that find no history, one may find that the other has just made it: look again.
        if (run == MOST_RUNS || !pause()) {
          throw new StorageException(
              "The tables in the database (%s) cannot be created, or were made by a newer version of this adapter: %s"
                  .formatted(settings.url().shown(), e.getMessage()),
              e);
        }
      }
    }
  }

  /** Whether nobody interrupted the pause. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void migrate(DataSource source, String dialect) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .loggers("slf4j")
        .table(HISTORY)
        .locations("classpath:io/foodsafety/storage/jdbc/migration/" + dialect)
        .validateMigrationNaming(true)
        // Tables of other programs may be there already.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        // By default a migration of a newer version would be overlooked.
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }
}
