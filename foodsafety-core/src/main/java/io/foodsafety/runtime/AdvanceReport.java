package io.foodsafety.runtime;

import java.time.Instant;
import java.util.Objects;

/**
 * What {@link FoodSafety#advance} did. Immutable.
 *
 * @param now the time it was given
 * @param sealedEntries ledger entries that it sealed
 * @param seals seals that it made
 * @param sealedTo the position of the last sealed ledger entry, or 0 if none is sealed
 * @param complete whether everything due was done; if not, another process is at it
 */
public record AdvanceReport(
    Instant now, long sealedEntries, long seals, long sealedTo, boolean complete) {

  /** Checks that the time is there. */
  public AdvanceReport {
    Objects.requireNonNull(now, "now");
  }
}
