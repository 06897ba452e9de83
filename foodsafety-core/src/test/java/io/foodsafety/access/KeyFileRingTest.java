package io.foodsafety.access;

import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.testkit.crypto.KeyRingContract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KeyFileRingTest extends KeyRingContract {

  @TempDir Path folder;

  @Override
  protected KeyRing open() {
    Path file = folder.resolve("keys");
    if (Files.notExists(file)) {
      KeyFile.create(file);
    }
    return KeyFile.open(file);
  }
}
