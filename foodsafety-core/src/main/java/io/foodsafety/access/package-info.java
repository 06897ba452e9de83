/**
 * Sealed attributes: what is stored encrypted, who may see it, and who did. Start with {@link
 * io.foodsafety.access.SealedAttributeService}, which a session hands out.
 *
 * <p>A kind of fact declares an attribute as {@code sealed}. Its values are encrypted before they
 * are stored, with a data key of the fact that a {@link io.foodsafety.spi.crypto.KeyRing} has
 * wrapped. A fact that is read has their names only: no rule, form, search or report can use them.
 * The ledger hashes what is stored, so a key can be destroyed and the ledger stays sound. Every
 * look at a value leaves an entry in the ledger.
 *
 * <pre>{@code
 * FoodSafety city = FoodSafety.builder()
 *     .keys("file", Map.of("file", "/etc/city/keys.json"))
 *     .sealedAccess((actor, fact, attribute) -> actor.equals(ombudsman))
 *     .build();
 * city.as(ombudsman).sealedAttributes().look("F1", "call back about complaint 12");
 * }</pre>
 */
@NullMarked
package io.foodsafety.access;

import org.jspecify.annotations.NullMarked;
