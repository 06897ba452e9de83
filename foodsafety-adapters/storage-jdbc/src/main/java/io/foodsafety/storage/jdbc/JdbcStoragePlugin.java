package io.foodsafety.storage.jdbc;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.storage.jdbc.internal.JdbcStorageProvider;
import java.util.List;

/** Offers the storage {@code jdbc}. */
public final class JdbcStoragePlugin implements FoodSafetyPlugin {

  /** The plug-in, as {@link java.util.ServiceLoader} makes it. */
  public JdbcStoragePlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-storage-jdbc", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(new JdbcStorageProvider());
  }
}
