/**
 * Identifiers that check themselves: {@link io.foodsafety.model.code.CreditCode} (统一社会信用代码), {@link
 * io.foodsafety.model.code.LicenceNumber} (SC and JY numbers) and {@link
 * io.foodsafety.model.code.DivisionCode} (行政区划代码).
 *
 * <p>A value of one of these types is well-formed: its length, characters and check digit were
 * verified when it was made. It is not known to have been issued. All types are immutable.
 *
 * <pre>{@code
 * CreditCode code = CreditCode.of("91350100M000100Y43");
 * CreditCode.findFault("91350100M000100Y4Z"); // Optional[the check character is Z and must be 3]
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.code;

import org.jspecify.annotations.NullMarked;
