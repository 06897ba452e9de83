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
 * @param head the hash of the last seal, 64 hexadecimal digits: written down elsewhere, it shows
 *     later that the ledger up to there is the same
 * @param findingsRecorded facts of kind {@code trace-finding} that it recorded
 * @param findingsWithdrawn such facts that it withdrew, as the trace records no longer show them
 * @param complete whether everything due was done; if not, another process is at it
 */
public record AdvanceReport(
    Instant now,
    long sealedEntries,
    long seals,
    long sealedTo,
    String head,
    long findingsRecorded,
    long findingsWithdrawn,
    boolean complete) {

  /** Checks that the parts are there. */
  public AdvanceReport {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(head, "head");
  }
}
