package io.foodsafety.ledger.internal;

import com.google.common.collect.Iterators;
import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.ledger.LedgerService;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks the ledger in one snapshot. Pass one: seals against entries, in order of position. Pass
 * two: entries, sorted by document outside the heap, against documents.
 */
public final class LedgerCheck implements LedgerService {

  private static final int SORT_BYTES = 32 << 20;

  private final Storage storage;
  private final List<String> collections;

  /** A check of a storage with these collections. */
  public LedgerCheck(Storage storage, List<String> collections) {
    this.storage = storage;
    this.collections = List.copyOf(collections);
  }

  @Override
  public LedgerReport verify(Consumer<? super Issue> faults) {
    return storage.read(view -> verify(view, new Findings(faults)));
  }

  private LedgerReport verify(ReadView view, Findings findings) {
    try (SortedBytes changes = new SortedBytes(SORT_BYTES)) {
      SealedEntries sealed =
          new SealedEntries(view, entry -> collect(entry, changes, findings), findings);
      sealed.check();
      long documents =
          new DocumentCheck(
                  view,
                  collections,
                  Iterators.transform(changes.sorted(), DocumentChange::decode),
                  findings)
              .check();
      return new LedgerReport(
          sealed.entries(),
          sealed.sealed(),
          sealed.unsealed(),
          sealed.firstUnsealed(),
          sealed.lastPosition(),
          documents,
          sealed.seals(),
          sealed.head(),
          findings.count(),
          findings.first());
    }
  }

  private static void collect(LogEntry entry, SortedBytes changes, Findings findings) {
    Optional<EntryBody> body = EntryBody.decode(entry.body());
    if (body.isPresent()) {
      changes.add(DocumentChange.of(entry.position(), body.get()).encode());
    } else {
      findings.add(
          LedgerIssues.ENTRY_UNREADABLE
              .at(Location.unknown())
              .with("position", entry.position())
              .build());
    }
  }
}
