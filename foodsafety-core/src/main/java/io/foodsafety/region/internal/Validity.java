package io.foodsafety.region.internal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a document is in force.
 *
 * @param from the first, if there is one
 * @param to the last, if there is one
 */
record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

  /** The last day that can be written: who writes it means that there is no last day. */
  private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

  Validity {
    to = to.filter(day -> day.isBefore(FOREVER));
  }

  static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  LocalDate first() {
    return from.orElse(LocalDate.MIN);
  }

  LocalDate last() {
    return to.orElse(LocalDate.MAX);
  }

  boolean contains(LocalDate date) {
    return !date.isBefore(first()) && !date.isAfter(last());
  }

  boolean overlaps(Validity other) {
    return !first().isAfter(other.last()) && !other.first().isAfter(last());
  }
}
