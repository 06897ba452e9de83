package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;

/**
 * What one event says of one lot, containers opened.
 *
 * @param event the event's id
 * @param role what happened to the lot
 * @param holding where, by the record
 * @param counterpart the other party of a movement, or nothing
 * @param document the paper, or nothing
 * @param process what inputs and outputs belong to
 * @param time when it left or was there
 * @param received when a transfer arrived
 * @param amount how much
 */
record ReferenceEntry(
    String event,
    Role role,
    Holding holding,
    String counterpart,
    String document,
    String process,
    ReferenceSpan time,
    ReferenceSpan received,
    ReferenceAmount amount) {

  enum Role {
    CREATED,
    TRANSFERRED,
    SHIPPED,
    RECEIVED,
    INPUT,
    OUTPUT,
    SOLD,
    DESTROYED,
    SAMPLED,
    LOST,
    OBSERVED,
    PACKED;

    boolean removal() {
      return compareTo(SOLD) >= 0 && compareTo(LOST) <= 0;
    }
  }

  String lot() {
    return holding.lot();
  }

  String party() {
    return holding.party();
  }
}
