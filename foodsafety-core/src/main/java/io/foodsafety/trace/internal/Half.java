package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * One lot of a dispatch or of a receipt, as one party recorded it.
 *
 * @param ref where the log has the event
 * @param event the id of the event
 * @param lot the lot
 * @param from the sender; known for a dispatch
 * @param to the receiver; known for a receipt
 * @param document the paper, if any
 * @param at when
 * @param quantities how much, of each dimension of units; nothing for an amount that is not known
 */
record Half(
    int ref,
    String event,
    String lot,
    Optional<String> from,
    Optional<String> to,
    Optional<String> document,
    Span at,
    List<Optional<Quantity>> quantities) {

  /** Whether no party that one names contradicts the other. */
  boolean fits(Half other) {
    return agrees(from, other.from) && agrees(to, other.to);
  }

  private static boolean agrees(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** How much it says; what another one says if it says nothing. */
  List<Optional<Quantity>> quantitiesOr(Half other) {
    return quantities.stream().anyMatch(Optional::isPresent) ? quantities : other.quantities;
  }

  boolean namesBoth() {
    return from.isPresent() && to.isPresent();
  }
}
