package io.foodsafety.ledger;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.Objects;

/**
 * What a check of the ledger found. Immutable.
 *
 * @param entries entries in the ledger
 * @param sealed entries that seals cover and that are there
 * @param unsealed entries after the last seal: they are in the ledger, but the chain does not
 *     protect them yet
 * @param firstUnsealed the position of the first unsealed entry, or 0 if there is none
 * @param lastPosition the position of the last entry, or 0 if there is none
 * @param documents documents that were compared with the ledger
 * @param seals seals in the chain
 * @param head the hash of the last seal, 64 hexadecimal digits; all zeros if there is none
 * @param tree the root of the sealed entries, computed from the seals
 * @param anchors roots kept elsewhere that were compared
 * @param faultCount all faults found
 * @param faults the first {@value #MAX_FAULTS} of them
 */
public record LedgerReport(
    long entries,
    long sealed,
    long unsealed,
    long firstUnsealed,
    long lastPosition,
    long documents,
    long seals,
    String head,
    TreeRoot tree,
    long anchors,
    long faultCount,
    List<Issue> faults) {

  /** Most faults that a report holds. */
  public static final int MAX_FAULTS = 1_000;

  /** Checks that the parts are there. */
  public LedgerReport {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(tree, "tree");
    faults = List.copyOf(faults);
  }

  /** {@return whether no fault was found} */
  public boolean isSound() {
    return faultCount == 0;
  }
}
