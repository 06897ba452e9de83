/**
 * Where documents and logs are kept: start with {@link io.foodsafety.spi.storage.StorageProvider}.
 *
 * <p>The core encodes; an adapter stores. It keeps {@link io.foodsafety.spi.storage.Document}s in
 * collections with declared index attributes and optimistic versions, and ordered logs, both in one
 * transaction. The whole contract is {@link io.foodsafety.spi.storage.Storage}; the rules that an
 * adapter is tested against are numbered in {@code docs/spi-rules.md}.
 *
 * <p>Texts (ids, index values, cursors) are ordered by Unicode code point everywhere, which is the
 * order of their UTF-8 bytes, not the order of {@link String#compareTo}.
 *
 * <pre>{@code
 * long count = storage.write(tx -> {
 *   tx.put(DocumentWrite.insert("facts", "F1", body, Map.of("kind", List.of("penalty"))));
 *   tx.append("ledger", entry);
 *   return 1L;
 * });
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.storage;

import org.jspecify.annotations.NullMarked;
