package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.util.List;
import java.util.stream.Stream;

/** The parts that kinds of event have in common. */
final class EventItems {

  private EventItems() {}

  /** All items of an event; none for a void. */
  static List<TraceItem> all(TraceEvent event) {
    if (event instanceof TraceEvent.Transform transform) {
      return Stream.concat(transform.inputs().stream(), transform.outputs().stream()).toList();
    }
    if (event instanceof TraceEvent.Create create) {
      return create.outputs();
    }
    if (event instanceof TraceEvent.Transfer transfer) {
      return transfer.items();
    }
    if (event instanceof TraceEvent.Ship ship) {
      return ship.items();
    }
    if (event instanceof TraceEvent.Receive receive) {
      return receive.items();
    }
    if (event instanceof TraceEvent.Pack pack) {
      return pack.items();
    }
    if (event instanceof TraceEvent.Unpack unpack) {
      return unpack.items();
    }
    if (event instanceof TraceEvent.Remove remove) {
      return remove.items();
    }
    return event instanceof TraceEvent.Observe observe ? observe.items() : List.of();
  }

  /** The party at which an event happened, of those that happen at one. */
  static String party(TraceEvent event) {
    if (event instanceof TraceEvent.Create create) {
      return create.party();
    }
    if (event instanceof TraceEvent.Transform transform) {
      return transform.party();
    }
    if (event instanceof TraceEvent.Pack pack) {
      return pack.party();
    }
    if (event instanceof TraceEvent.Unpack unpack) {
      return unpack.party();
    }
    if (event instanceof TraceEvent.Remove remove) {
      return remove.party();
    }
    if (event instanceof TraceEvent.Observe observe) {
      return observe.party();
    }
    throw new IllegalArgumentException(
        "The event (%s) does not happen at one party.".formatted(event.id()));
  }
}
