package io.foodsafety.spi.crypto;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;

/** A place where keys are kept, chosen by name. Safe for use by many threads. */
public interface KeyProvider {

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return the settings it reads} */
  List<ConfigKey<?>> configKeys();

  /**
   * Opens the keys.
   *
   * @param config the settings
   * @param crypto the suite that the city has chosen; what wraps in software wraps with its cipher
   * @return the keys
   * @throws KeyException if they cannot be opened, or anybody else could read them
   */
  KeyRing open(Config config, CryptoProvider crypto);
}
