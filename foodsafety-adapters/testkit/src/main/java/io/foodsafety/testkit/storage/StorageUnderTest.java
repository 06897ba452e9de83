package io.foodsafety.testkit.storage;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.Map;

/** A provider and settings that lead to data which were empty when a test began. Immutable. */
public final class StorageUnderTest {

  private final StorageProvider provider;
  private final Config config;

  private StorageUnderTest(StorageProvider provider, Config config) {
    this.provider = provider;
    this.config = config;
  }

  /**
   * A storage to be tested.
   *
   * @param provider its provider
   * @param settings its settings; opening with them again must lead to the same data, if the
   *     provider can do that
   * @return the storage
   */
  public static StorageUnderTest of(StorageProvider provider, Map<String, String> settings) {
    return new StorageUnderTest(provider, Config.parse(provider.configKeys(), settings));
  }

  /** Opens the data; also again, and also while they are open. */
  Storage open(StorageSchema schema) {
    return provider.open(schema, config);
  }

  boolean can(StorageCapability capability) {
    return provider.capabilities(config).contains(capability);
  }
}
