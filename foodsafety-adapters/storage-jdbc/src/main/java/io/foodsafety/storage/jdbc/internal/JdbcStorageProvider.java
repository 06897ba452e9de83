package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Set;

/** Offers the storage {@code jdbc}. */
public final class JdbcStorageProvider implements StorageProvider {

  /** A provider. */
  public JdbcStorageProvider() {}

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return Settings.KEYS;
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return switch (config.get(Settings.URL).kind()) {
      case H2_FILE -> Set.of(StorageCapability.DURABLE);
      case H2_MEMORY -> Set.of();
      case POSTGRESQL -> Set.of(StorageCapability.DURABLE, StorageCapability.SHARED);
    };
  }

  @Override
  public Storage open(StorageSchema schema, Config config) {
    Settings settings = Settings.of(config);
    Engine engine =
        settings.url().kind() == DatabaseUrl.Kind.POSTGRESQL
            ? PostgresEngine.open(settings, schema)
            : H2Engine.open(settings, schema);
    return new JdbcStorage(engine, Tables.of(schema));
  }
}
