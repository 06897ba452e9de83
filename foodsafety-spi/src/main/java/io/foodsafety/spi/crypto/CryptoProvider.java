package io.foodsafety.spi.crypto;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * A suite of one hash function and one authenticated cipher. Safe for use by many threads. Tested
 * by {@code CryptoProviderContract}.
 */
public interface CryptoProvider {

  /** The length of a nonce in bytes. */
  int NONCE_LENGTH = 12;

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return the name of the hash function, such as {@code SHA-256}; its hashes have 32 bytes} */
  String digestAlgorithm();

  /** {@return a new hash computation, of which nobody else holds a reference} */
  MessageDigest newDigest();

  /**
   * {@return the name of the cipher with its key length, such as {@code AES-256-GCM}; stored with
   * all that it encrypts}
   */
  String cipherAlgorithm();

  /** {@return the length of a key of the cipher in bytes} */
  int keyLength();

  /**
   * Encrypts and authenticates. The same arguments give the same bytes: the caller never uses a
   * nonce twice with one key.
   *
   * @param key {@link #keyLength()} bytes
   * @param nonce {@value #NONCE_LENGTH} bytes
   * @param associatedData what the result is bound to
   * @param plaintext any number of bytes
   * @return the ciphertext with its tag
   * @throws IllegalArgumentException if key or nonce have another length
   */
  byte[] encrypt(byte[] key, byte[] nonce, byte[] associatedData, byte[] plaintext);

  /**
   * Decrypts what {@link #encrypt} gave.
   *
   * @param key the key
   * @param nonce the nonce
   * @param associatedData what it was bound to
   * @param ciphertext the ciphertext with its tag
   * @return the plaintext; nothing if any argument is not that of the encryption
   * @throws IllegalArgumentException if key or nonce have another length
   */
  Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] associatedData, byte[] ciphertext);
}
