package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.RemovalReason;

/** What an entry of a holding says. */
enum EntryType {
  CREATED,
  MADE,
  RECEIVED,
  DISPATCHED,
  USED,
  SOLD,
  DESTROYED,
  SAMPLED,
  LOST,
  OBSERVED;

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
    return 1 << ordinal();
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
