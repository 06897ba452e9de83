package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;

/** What an event is; the order is that of the numbers in files. */
enum EventKind {
  CREATE(0),
  TRANSFER(1),
  SHIP(2),
  RECEIVE(3),
  TRANSFORM(4),
  PACK(5),
  UNPACK(6),
  REMOVE(7),
  OBSERVE(8),
  VOIDING(9);

  private static final EventKind[] ALL = values();

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  /** The number in files. */
  int code() {
    return code;
  }

  static EventKind of(int code) {
    return ALL[code];
  }

  static EventKind of(TraceEvent event) {
    if (event instanceof TraceEvent.Create) {
      return CREATE;
    } else if (event instanceof TraceEvent.Transfer) {
      return TRANSFER;
    } else if (event instanceof TraceEvent.Ship) {
      return SHIP;
    } else if (event instanceof TraceEvent.Receive) {
      return RECEIVE;
    } else if (event instanceof TraceEvent.Transform) {
      return TRANSFORM;
    } else if (event instanceof TraceEvent.Pack) {
      return PACK;
    } else if (event instanceof TraceEvent.Unpack) {
      return UNPACK;
    } else if (event instanceof TraceEvent.Remove) {
      return REMOVE;
    }
    return event instanceof TraceEvent.Observe ? OBSERVE : VOIDING;
  }
}
