package io.foodsafety.access.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.crypto.KeyRing;
import java.nio.file.Path;
import java.util.List;

/** Keys in a local file. */
public final class KeyFileProvider implements KeyProvider {

  /** The name by which it is chosen. */
  public static final String NAME = "file";

  private static final ConfigKey<String> FILE =
      ConfigKey.text("file")
          .doc("The file, which only its owner may read and write.", "密钥文件，仅限所有者读写。");

  /** The provider. */
  public KeyFileProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(FILE);
  }

  @Override
  public KeyRing open(Config config, CryptoProvider crypto) {
    return new KeyFileRing(Path.of(config.get(FILE)), crypto);
  }
}
