package com.example.foodsafety.sqlite;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Set;

/** Offers the storage {@code sqlite}. */
public final class SqlitePlugin implements FoodSafetyPlugin, StorageProvider {

  private static final ConfigKey<String> FILE =
      ConfigKey.text("file").doc("The file of the database.", "数据库文件。");

  /** The plug-in, as {@link java.util.ServiceLoader} makes it. */
  public SqlitePlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("example-storage-sqlite", "1.0.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(this);
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(FILE);
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return Set.of(StorageCapability.DURABLE, StorageCapability.SHARED);
  }

  @Override
  public Storage open(StorageSchema schema, Config config) {
    return new SqliteStorage(schema, config.get(FILE));
  }
}
