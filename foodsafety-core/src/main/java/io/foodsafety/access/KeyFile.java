package io.foodsafety.access;

import io.foodsafety.access.internal.KeyFileRing;
import io.foodsafety.access.internal.StandardCrypto;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import java.nio.file.Path;

/**
 * Keys in a local file that only its owner may read and write. Whoever has the file can read what
 * is sealed: keep it, and its copies, apart from the storage and from the storage's copies.
 */
public final class KeyFile {

  private KeyFile() {}

  /**
   * Makes a file with one key for AES-256-GCM.
   *
   * @param file the file, which must not exist
   * @throws KeyException if the file exists or cannot be written
   */
  public static void create(Path file) {
    create(file, new StandardCrypto());
  }

  /**
   * Makes a file with one key.
   *
   * @param file the file, which must not exist
   * @param crypto the cipher of its keys
   * @throws KeyException if the file exists or cannot be written
   */
  public static void create(Path file, CryptoProvider crypto) {
    KeyFileRing.create(file, crypto);
  }

  /**
   * Opens a file with keys for AES-256-GCM.
   *
   * @param file the file
   * @return its keys
   * @throws KeyException if the file cannot be read, or others than its owner could read it
   */
  public static KeyRing open(Path file) {
    return open(file, new StandardCrypto());
  }

  /**
   * Opens a file.
   *
   * @param file the file
   * @param crypto the cipher with which it was made
   * @return its keys
   * @throws KeyException if the file cannot be read, others than its owner could read it, or it was
   *     made with another cipher
   */
  public static KeyRing open(Path file, CryptoProvider crypto) {
    return new KeyFileRing(file, crypto);
  }
}
