/**
 * The contract of a storage as tests: extend {@link io.foodsafety.testkit.storage.StorageContract}
 * and supply empty data for each test.
 *
 * <pre>{@code
 * class AcmeStorageIT extends StorageContract {
 *   @TempDir Path folder;
 *
 *   @Override protected StorageUnderTest newStorage() {
 *     return StorageUnderTest.of(
 *         new AcmeStorageProvider(), Map.of("path", folder.resolve("data").toString()));
 *   }
 * }
 * }</pre>
 *
 * <p>Every test is one rule of {@code docs/spi-rules.md} and is named by its number. The
 * capabilities that the provider declares for the settings decide what is tested of durability and
 * sharing: a capability that is not declared must really be absent.
 */
@NullMarked
package io.foodsafety.testkit.storage;

import org.jspecify.annotations.NullMarked;
