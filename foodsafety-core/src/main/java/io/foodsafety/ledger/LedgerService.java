package io.foodsafety.ledger;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.StorageException;
import java.util.function.Consumer;

/**
 * Reads and checks the ledger. Handed out by a session. Safe for use by many threads; not for
 * implementation by a host. A failing storage is a {@link StorageException}.
 */
public interface LedgerService {

  /**
   * Checks the whole ledger and every document against it, in one snapshot and within bounded
   * memory (temporary files hold the rest). The report keeps the first {@value
   * LedgerReport#MAX_FAULTS} faults.
   *
   * @return what was found
   */
  default LedgerReport verify() {
    return verify(fault -> {});
  }

  /**
   * Checks the whole ledger and every document against it, and hands over every fault as it is
   * found.
   *
   * @param faults takes each fault; called by the calling thread while the snapshot is open, so it
   *     must not call the city
   * @return what was found
   */
  LedgerReport verify(Consumer<? super Issue> faults);
}
