/**
 * Recording and reading facts: start with {@link io.foodsafety.fact.FactService}, which a session
 * hands out.
 *
 * <p>{@link io.foodsafety.fact.FactCatalogue} says which kinds of fact there are; {@link
 * io.foodsafety.fact.FactHistory} holds what is known of one subject and answers what counted at a
 * {@link io.foodsafety.fact.AsOf}. The order of a subject's facts is time, then id.
 *
 * <pre>{@code
 * FactHistory history = session.facts().history(SubjectRef.business("S1"));
 * List<Fact> counting = history.counting(AsOf.date(LocalDate.of(2024, 12, 31)), zone);
 * }</pre>
 */
@NullMarked
package io.foodsafety.fact;

import org.jspecify.annotations.NullMarked;
