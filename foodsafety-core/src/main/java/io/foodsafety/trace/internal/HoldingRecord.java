package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a holding from a version on, in order of time. */
final class HoldingRecord extends Version<HoldingRecord> {

  /** By lot, then party. */
  static final Comparator<Holding> ORDER =
      (one, other) -> {
        int byLot = one.lot().compareTo(other.lot());
        return byLot != 0 ? byLot : one.party().compareTo(other.party());
      };

  private final Node.OfHolding node;
  private final Holding holding;
  private final int party;
  private final List<Entry> entries;
  private final int types;
  private final int looseTypes;

  /** Worked out when it is first asked for; by several threads perhaps, with the same result. */
  private @Nullable HoldingDigest digest;

  /**
   * A record.
   *
   * @param node the holding
   * @param entries what happened, in the order of {@link Entry#ORDER}
   * @param before the record before
   * @param since see {@link Version}
   * @param oldestReader see {@link Version}
   */
  HoldingRecord(
      Node.OfHolding node,
      List<Entry> entries,
      @Nullable HoldingRecord before,
      long since,
      long oldestReader) {
    super(before, since, oldestReader);
    this.node = node;
    this.holding = node.holding();
    this.party = node.party().number();
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

  Node.OfHolding node() {
    return node;
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
