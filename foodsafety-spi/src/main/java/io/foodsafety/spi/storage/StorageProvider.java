package io.foodsafety.spi.storage;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Set;

/** A kind of storage, chosen by name. Safe for use by many threads. */
public interface StorageProvider {

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return the settings it reads} */
  List<ConfigKey<?>> configKeys();

  /**
   * What a storage with these settings can do beyond the contract.
   *
   * @param config the settings
   * @return the capabilities
   */
  Set<StorageCapability> capabilities(Config config);

  /**
   * Opens the storage, creating or migrating what is needed.
   *
   * @param schema all that it has to hold
   * @param config the settings
   * @return the open storage
   * @throws StorageException if it cannot be opened, or holds a format that this version does not
   *     read
   */
  Storage open(StorageSchema schema, Config config);
}
