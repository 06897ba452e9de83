package io.foodsafety.testkit.storage;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Offers whatever it is told to, with the capabilities it is told to declare. */
record ReferenceProvider(Set<StorageCapability> declared, Function<StorageSchema, Storage> opening)
    implements StorageProvider {

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return declared;
  }

  @Override
  public Storage open(StorageSchema schema, Config config) {
    return opening.apply(schema);
  }
}
