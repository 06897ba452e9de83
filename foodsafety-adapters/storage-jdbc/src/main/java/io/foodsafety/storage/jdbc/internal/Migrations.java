package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.StorageException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the fixed tables. */
final class Migrations {

  static final String HISTORY = "fs_schema_history";

  private Migrations() {}

  static void run(DataSource source, String dialect, Settings settings) {
    try {
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
    } catch (FlywayException e) {
      throw new StorageException(
          "The tables in the database (%s) cannot be created, or were made by a newer version of this adapter: %s"
              .formatted(settings.url().shown(), e.getMessage()),
          e);
    }
  }
}
