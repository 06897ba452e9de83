package io.foodsafety.runtime.internal;

import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.storage.StorageProvider;
import java.util.List;

/** What is in the box: storage in memory, NDJSON. */
final class CorePlugin implements FoodSafetyPlugin {

  static final String ID = "foodsafety-core";

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(ID, "0.1.0", SpiVersion.current());
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(new MemoryStorageProvider());
  }

  @Override
  public List<RecordFormat> recordFormats() {
    return List.of(new NdjsonFormat());
  }
}
