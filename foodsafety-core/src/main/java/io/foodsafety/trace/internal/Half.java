package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.Optional;

/**
 * One lot of a dispatch or of a receipt, as one party recorded it.
 *
 * @param event the id of the event
 * @param lot the lot
 * @param from the sender; known for a dispatch
 * @param to the receiver; known for a receipt
 * @param document the paper, if any
 * @param at when
 * @param quantity how much, if that is known
 */
record Half(
    String event,
    String lot,
    Optional<String> from,
    Optional<String> to,
    Optional<String> document,
    Span at,
    Optional<Quantity> quantity) {

  /** Whether no party that one names contradicts the other. */
  boolean fits(Half other) {
    return agrees(from, other.from) && agrees(to, other.to);
  }

  private static boolean agrees(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  boolean namesBoth() {
    return from.isPresent() && to.isPresent();
  }
}
