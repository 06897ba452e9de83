/**
 * What happened to lots: start with {@link io.foodsafety.model.trace.TraceEvent}.
 *
 * <p>A lot (追溯单元) is what is traced, a party is a subject that holds it, and a {@link
 * io.foodsafety.model.trace.Holding} is a lot at a party. Events say how goods came into being,
 * moved, were made into others, and left; how they connect holdings is the business of the core.
 * Every value is immutable, and safe for use by many threads.
 *
 * <pre>{@code
 * TraceEvent sent =
 *     new TraceEvent.Ship(
 *         "E7", Optional.of(EventTime.parse("2024-05-02")), "S1", Optional.of("S2"),
 *         Optional.of("D1"), List.of(TraceItem.lot("L1", Quantity.of("120", Unit.KILOGRAM))));
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.trace;

import org.jspecify.annotations.NullMarked;
