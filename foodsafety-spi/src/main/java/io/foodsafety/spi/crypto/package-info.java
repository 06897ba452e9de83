/**
 * Hash functions, ciphers and keys: start with {@link io.foodsafety.spi.crypto.CryptoProvider} for
 * algorithms and {@link io.foodsafety.spi.crypto.KeyProvider} for keys.
 *
 * <p>A sealed attribute is encrypted with a data key of its record, and the data key with a key of
 * a {@link io.foodsafety.spi.crypto.KeyRing}, whose keys need never leave it. What is encrypted is
 * bound to its place by associated data. Everything here is safe for use by many threads, and puts
 * neither keys nor plaintext into messages.
 *
 * <pre>{@code
 * public Optional<byte[]> unwrap(String keyId, byte[] associatedData, byte[] wrapped) {
 *   return device.decrypt(keyId, associatedData, wrapped);   // nothing once the key is destroyed
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.crypto;

import org.jspecify.annotations.NullMarked;
