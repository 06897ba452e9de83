package io.foodsafety.ledger.internal;

import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Which document an entry of the ledger is about.
 *
 * @param position the position of the entry
 * @param collection the collection of the document
 * @param id the id of the document
 * @param isPut whether the document was stored; otherwise it was deleted
 * @param version the version that was stored or deleted
 * @param at when it was changed, by the city's clock
 */
public record LedgerEntry(
    long position, String collection, String id, boolean isPut, long version, Instant at) {

  /** Whether the document was stored for the first time, not once more in another form. */
  public boolean isNew() {
    return isPut && version == 1;
  }

  /** The entries after a position, in order; a StorageException if one of them is damaged. */
  public static List<LedgerEntry> after(ReadView view, long position, int limit) {
    return view.readLog(Ledger.ENTRIES, position, limit).stream().map(LedgerEntry::of).toList();
  }

  private static LedgerEntry of(LogEntry entry) {
    EntryBody body =
        EntryBody.decode(entry.body()).orElseThrow(() -> new StorageException(damaged(entry)));
    try {
      return new LedgerEntry(
          entry.position(),
          body.collection(),
          body.id(),
          body.put(),
          body.version(),
          Instant.parse(body.at()));
    } catch (DateTimeException e) {
      throw new StorageException(damaged(entry), e);
    }
  }

  private static String damaged(LogEntry entry) {
    return "The ledger entry at position %d cannot be read; ledger verify says more."
        .formatted(entry.position());
  }
}
