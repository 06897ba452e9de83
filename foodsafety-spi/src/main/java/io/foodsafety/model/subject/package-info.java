/**
 * Regulated businesses and where they are: start with {@link io.foodsafety.model.subject.Subject}.
 *
 * <p>A subject's attributes have valid-from dates ({@link
 * io.foodsafety.model.subject.AttributeHistory}), so that an assessment reads them as they were.
 * All types are immutable; builders are not safe for use by many threads.
 *
 * <pre>{@code
 * Subject restaurant = Subject.builder("S1", "Lotus Restaurant")
 *     .creditCode(CreditCode.of("91360102MA35AAA02R"))
 *     .segment("catering")
 *     .division(DivisionCode.of("360102"))
 *     .attribute("areaM2", AttributeValue.decimal(480))
 *     .licence(Licence.of("JY23601020000014").validTo(LocalDate.of(2027, 1, 1)))
 *     .build();
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.subject;

import org.jspecify.annotations.NullMarked;
