package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.RemovalReason;

/** What an entry of a holding says. */
enum EntryType {
  CREATED(1 << 0),
  MADE(1 << 1),
  RECEIVED(1 << 2),
  DISPATCHED(1 << 3),
  USED(1 << 4),
  SOLD(1 << 5),
  DESTROYED(1 << 6),
  SAMPLED(1 << 7),
  LOST(1 << 8),
  OBSERVED(1 << 9);

  private final int bit;

  EntryType(int bit) {
    this.bit = bit;
  }

  /** The bits of those by which something began to be. */
  static final int ORIGINS = CREATED.bit() | MADE.bit();

  /** The bits of those by which something came in. */
  static final int IN = ORIGINS | RECEIVED.bit();

  /** The bits of those by which something left the chain. */
  static final int REMOVALS = SOLD.bit() | DESTROYED.bit() | SAMPLED.bit() | LOST.bit();

  /** The bits of those by which something went out of the holding, in whatever way. */
  static final int OUT = REMOVALS | DISPATCHED.bit() | USED.bit();

  /** A bit of its own. */
  int bit() {
    return bit;
  }

  /** Whether something came in. */
  boolean isIn() {
    return (bit() & IN) != 0;
  }

  /** Whether something went out of the holding, in whatever way. */
  boolean isOut() {
    return (bit() & OUT) != 0;
  }

  static EntryType of(RemovalReason reason) {
    return switch (reason) {
      case SOLD -> SOLD;
      case DESTROYED -> DESTROYED;
      case SAMPLED -> SAMPLED;
      case LOST -> LOST;
    };
  }
}
