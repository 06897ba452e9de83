package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Set;

/** Offers the storage {@code memory}: each opening begins empty, and closing forgets. */
public final class MemoryStorageProvider implements StorageProvider {

  /** The name by which it is chosen. */
  public static final String NAME = "memory";

  /** A provider. */
  public MemoryStorageProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return Set.of();
  }

  @Override
  public Storage open(StorageSchema schema, Config config) {
    return new MemoryStorage(new MemoryData(schema));
  }
}
