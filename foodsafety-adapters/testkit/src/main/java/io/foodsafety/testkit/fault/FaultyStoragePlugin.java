package io.foodsafety.testkit.fault;

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
import java.util.function.UnaryOperator;

/**
 * Offers the storage of another provider under the name {@value #NAME}, with faults. It has the
 * settings and the capabilities of that provider. Safe for use by many threads.
 */
public final class FaultyStoragePlugin implements FoodSafetyPlugin, StorageProvider {

  /** The name by which the storage is chosen. */
  public static final String NAME = "faulty";

  private final StorageProvider provider;
  private final UnaryOperator<Storage> faults;

  private FaultyStoragePlugin(StorageProvider provider, UnaryOperator<Storage> faults) {
    this.provider = provider;
    this.faults = faults;
  }

  /**
   * A storage with faults.
   *
   * @param provider opens the storage underneath
   * @param faults wraps what was opened
   * @return the plug-in
   */
  public static FaultyStoragePlugin of(StorageProvider provider, UnaryOperator<Storage> faults) {
    return new FaultyStoragePlugin(provider, faults);
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(NAME, "1", SpiVersion.of(0, 1));
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(this);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return provider.configKeys();
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return provider.capabilities(config);
  }

  @Override
  public Storage open(StorageSchema schema, Config config) {
    return faults.apply(provider.open(schema, config));
  }
}
