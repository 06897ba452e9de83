package io.foodsafety.ledger.internal;

import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import java.util.List;

/**
 * Which document an entry of the ledger is about.
 *
 * @param position the position of the entry
 * @param collection the collection of the document
 * @param id the id of the document
 */
public record LedgerEntry(long position, String collection, String id) {

  /** The entries after a position, in order; a StorageException if one of them is damaged. */
  public static List<LedgerEntry> after(ReadView view, long position, int limit) {
    return view.readLog(Ledger.ENTRIES, position, limit).stream().map(LedgerEntry::of).toList();
  }

  private static LedgerEntry of(LogEntry entry) {
    return EntryBody.decode(entry.body())
        .map(body -> new LedgerEntry(entry.position(), body.collection(), body.id()))
        .orElseThrow(
            () ->
                new StorageException(
                    "The ledger entry at position %d cannot be read; ledger verify says more."
                        .formatted(entry.position())));
  }
}
