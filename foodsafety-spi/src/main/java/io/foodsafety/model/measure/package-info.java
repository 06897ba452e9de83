/**
 * Quantities with units: start with {@link io.foodsafety.model.measure.Quantity}.
 *
 * <p>Units are UN/CEFACT Recommendation 20 codes, as GS1 and the Chinese trade documents use them.
 * Amounts are exact decimals. A dimension is never converted into another one. All types are
 * immutable.
 *
 * <pre>{@code
 * Quantity.of("1.5", Unit.of("TNE")).to(Unit.KILOGRAM); // 1500 KGM
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.measure;

import org.jspecify.annotations.NullMarked;
