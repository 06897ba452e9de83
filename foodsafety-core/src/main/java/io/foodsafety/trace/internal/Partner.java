package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * The other end of a movement.
 *
 * @param party who
 * @param at when it left or arrived there
 * @param event the record of that party; nothing if it has none of its own
 * @param quantities how much that record says
 */
record Partner(
    String party, Span at, Optional<String> event, List<Optional<Quantity>> quantities) {}
