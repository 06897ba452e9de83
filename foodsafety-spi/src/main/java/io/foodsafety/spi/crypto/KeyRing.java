package io.foodsafety.spi.crypto;

import java.util.List;
import java.util.Optional;

/**
 * Keys that wrap other keys. One of them is current; the others only unwrap. A destroyed key stays
 * in the list, so that whatever needs it can be told from damage. Safe for use by many threads. A
 * failure is a {@link KeyException}. Tested by {@code KeyRingContract}.
 */
public interface KeyRing extends AutoCloseable {

  /** What a key can do. */
  enum State {
    /** It wraps and unwraps. */
    CURRENT,
    /** It unwraps. */
    RETIRED,
    /** It is gone for good. */
    DESTROYED
  }

  /**
   * A key, without what is secret.
   *
   * @param id its id, 1 to 64 characters, never used again
   * @param state what it can do
   */
  record Key(String id, State state) {}

  /**
   * A data key, wrapped.
   *
   * @param keyId the key that wrapped it
   * @param text what {@link #unwrap} takes, at most 1,000 characters of Base64
   */
  record Wrapped(String keyId, String text) {}

  /** {@return all keys in the order made, destroyed ones included} */
  List<Key> keys();

  /**
   * Wraps a data key with the current key.
   *
   * @param associatedData what the result is bound to
   * @param dataKey 16 to 64 bytes
   * @return the wrapped key
   * @throws KeyException if no key is current
   */
  Wrapped wrap(byte[] associatedData, byte[] dataKey);

  /**
   * Unwraps a data key.
   *
   * @param associatedData what it was bound to
   * @param wrapped the wrapped key
   * @return the data key; nothing if its key is destroyed
   * @throws KeyException if the key was never here, or any argument is not that of the wrapping
   */
  Optional<byte[]> unwrap(byte[] associatedData, Wrapped wrapped);

  /**
   * Makes a new current key; the one before is retired.
   *
   * @return the id of the new key
   */
  String rotate();

  /**
   * Destroys a retired key for good, before it returns. Destroying it again has no effect.
   *
   * @param keyId its id
   * @throws KeyException if the key is current, or was never here
   */
  void destroy(String keyId);

  /** Closes the keys; every later call is an IllegalStateException. */
  @Override
  void close();
}
