/**
 * Facts: whatever a city learns about a business, a person, a lot. Start with {@link
 * io.foodsafety.model.fact.Fact}.
 *
 * <p>A fact has a kind, a subject, a time and typed attributes. It is never edited; a {@link
 * io.foodsafety.model.fact.Withdrawal} ends it. Kinds and attributes are declared by a {@link
 * io.foodsafety.model.fact.FactKind}. All types are immutable; builders are not safe for use by
 * many threads.
 *
 * <pre>{@code
 * Fact fact = Fact.builder("F1", "penalty", SubjectRef.business("S1"), Moment.parse("2024-05-02"))
 *     .ref("producer", SubjectRef.business("S2"))
 *     .attribute("fine", AttributeValue.decimal("5000"))
 *     .build();
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.fact;

import org.jspecify.annotations.NullMarked;
