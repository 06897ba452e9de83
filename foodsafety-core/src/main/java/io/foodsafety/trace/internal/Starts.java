package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.TraceStart;
import java.util.List;

/** Where a search begins. */
final class Starts {

  private Starts() {}

  /** The holdings of a start of which something is recorded. */
  static List<Holding> of(Snapshot snapshot, TraceStart start) {
    if (start.party().isEmpty()) {
      return snapshot.ofLot(start.lot());
    }
    String party = start.party().get();
    if (!snapshot.knows(start.lot(), party)) { // a holding takes no code that cannot be one
      return List.of();
    }
    Holding holding = new Holding(start.lot(), party);
    return snapshot.record(holding).isEmpty() ? List.of() : List.of(holding);
  }
}
