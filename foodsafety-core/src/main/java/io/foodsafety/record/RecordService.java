package io.foodsafety.record;

import io.foodsafety.spi.storage.StorageException;
import java.util.List;

/**
 * Takes records in from files and streams. Handed out by a session, on whose actor's behalf it
 * writes. Safe for use by many threads; not for implementation by a host.
 */
public interface RecordService {

  /**
   * Imports sources: subjects, facts and trace events first, in the order read for each id, then
   * the withdrawals. A bad record does not stop the others. Afterwards the ledger is sealed. Memory
   * is bounded by the options, whatever the size of the sources.
   *
   * @param sources what to read, in this order
   * @param options how many writers and how large their batches
   * @param listener hears what was committed and what was rejected
   * @return the counts
   * @throws StorageException if the storage fails; what was acknowledged is stored, and the same
   *     import can be run again
   */
  ImportReport importFrom(
      List<RecordSource> sources, ImportOptions options, ImportListener listener);
}
