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

  /** Whether something came in. */
  boolean isIn() {
    return this == CREATED || this == MADE || this == RECEIVED;
  }

  /** Whether something went out of the holding, in whatever way. */
  boolean isOut() {
    return !isIn() && this != OBSERVED;
  }

  /** Whether something left the chain. */
  boolean isRemoval() {
    return this == SOLD || this == DESTROYED || this == SAMPLED || this == LOST;
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
