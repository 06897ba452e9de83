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

  private final int node;
  private final Holding holding;
  private final int lot;
  private final int party;
  private final List<Entry> entries;
  private final int types;
  private final int looseTypes;

  /** Worked out when it is first asked for; by several threads perhaps, with the same result. */
  private @Nullable HoldingDigest digest;

  /**
   * A record.
   *
   * @param node the node of the holding
   * @param holding the holding
   * @param lot the number of its lot
   * @param party the number of its party
   * @param entries what happened, in the order of {@link Entry#ORDER}
   */
  HoldingRecord(int node, Holding holding, int lot, int party, List<Entry> entries) {
    this.node = node;
    this.holding = holding;
    this.lot = lot;
    this.party = party;
    this.entries = entries;
    int all = 0;
    int loose = 0;
    for (Entry entry : entries) {
      all |= entry.type().bit();
      loose |= entry.isLoose() ? entry.type().bit() : 0;
    }
    types = all;
    looseTypes = loose;
  }

  int node() {
    return node;
  }

  /** The number of the lot. */
  int lot() {
    return lot;
  }

  /** The number of the party. */
  int party() {
    return party;
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

  /** The bits of the types of its entries. */
  int types() {
    return types;
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
    return (looseTypes & type.bit()) != 0;
  }
}
