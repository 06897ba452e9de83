package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a holding, in order of time. Immutable. */
final class HoldingRecord {

  /** By lot, then party. */
  static final Comparator<Holding> ORDER =
      (one, other) -> {
        int byLot = one.lot().compareTo(other.lot());
        return byLot != 0 ? byLot : one.party().compareTo(other.party());
      };

  private final Holding holding;
  private final List<Entry> entries;
  private final int types;

  /** Worked out when it is first asked for; by several threads perhaps, with the same result. */
  private @Nullable HoldingDigest digest;

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

  /** What follows from the entries alone. */
  HoldingDigest digest() {
    HoldingDigest known = digest;
    if (known == null) {
      known = HoldingDigest.of(this);
      digest = known;
    }
    return known;
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
