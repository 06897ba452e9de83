/**
 * The contracts of crypto suites and of keys: start with {@link
 * io.foodsafety.testkit.crypto.CryptoProviderContract} or {@link
 * io.foodsafety.testkit.crypto.KeyRingContract}.
 *
 * <p>A contract is a class with a test for each rule of {@code docs/spi-rules.md}. Each test works
 * on keys of its own.
 *
 * <pre>{@code
 * class MyCryptoTest extends CryptoProviderContract {
 *   protected CryptoProvider provider() {
 *     return new MyCrypto();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.testkit.crypto;

import org.jspecify.annotations.NullMarked;
