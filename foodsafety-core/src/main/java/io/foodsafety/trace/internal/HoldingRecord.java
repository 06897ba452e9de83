package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.List;

/** All that is known of a holding, in order of time. Immutable. */
final class HoldingRecord {

  private final Holding holding;
  private final List<Entry> entries;
  private final int types;

  /**
   * A record.
   *
   * @param holding the holding
   * @param entries what happened, in the order of {@link Entry#ORDER}
   */
  HoldingRecord(Holding holding, List<Entry> entries) {
    this.holding = holding;
    this.entries = entries;
    int bits = 0;
    for (Entry entry : entries) {
      bits |= entry.type().bit();
    }
    types = bits;
  }

  Holding holding() {
    return holding;
  }

  List<Entry> entries() {
    return entries;
  }

  boolean has(EntryType type) {
    return (types & type.bit()) != 0;
  }

  /** Whether something came in. */
  boolean hasIn() {
    return (types & EntryType.IN) != 0;
  }

  /** Whether something left the chain. */
  boolean hasRemoval() {
    return (types & EntryType.REMOVALS) != 0;
  }

  /** Whether it was created or made here. */
  boolean hasOrigin() {
    return (types & EntryType.ORIGINS) != 0;
  }

  /** Whether there is a movement whose other end nobody names. */
  boolean hasLoose(EntryType type) {
    if (has(type)) {
      for (Entry entry : entries) {
        if (entry.type() == type && entry.isLoose()) {
          return true;
        }
      }
    }
    return false;
  }
}
