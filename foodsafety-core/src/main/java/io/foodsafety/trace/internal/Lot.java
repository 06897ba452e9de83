package io.foodsafety.trace.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lot and its holdings. Written by one thread, read by many. */
final class Lot {

  private final String code;
  private final GrowingList<Node.OfHolding> holdings = new GrowingList<>();
  private volatile @Nullable Versions<List<Node.OfHolding>> origins;
  private volatile boolean hadSeveralOrigins;

  Lot(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Those of which something was ever recorded. */
  GrowingList<Node.OfHolding> holdings() {
    return holdings;
  }

  /** Where it was created or made. */
  @Nullable Versions<List<Node.OfHolding>> origins() {
    return origins;
  }

  void origins(Versions<List<Node.OfHolding>> newest) {
    hadSeveralOrigins |= newest.value().size() > 1;
    origins = newest;
  }

  /** Whether it was ever known to be created or made in more than one place. */
  boolean hadSeveralOrigins() {
    return hadSeveralOrigins;
  }
}
