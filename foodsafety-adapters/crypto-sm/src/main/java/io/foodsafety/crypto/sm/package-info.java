/**
 * SM3 (GB/T 32905-2016) for the ledger and SM4-GCM (GB/T 32907-2016, RFC 8998) for sealed
 * attributes: start with {@link io.foodsafety.crypto.sm.SmCryptoPlugin}, which the class loader
 * finds.
 *
 * <p>Everything is safe for use by many threads.
 *
 * <pre>{@code
 * FoodSafety city = FoodSafety.builder().crypto("sm").storage("jdbc", settings).build();
 * }</pre>
 */
@NullMarked
package io.foodsafety.crypto.sm;

import org.jspecify.annotations.NullMarked;
