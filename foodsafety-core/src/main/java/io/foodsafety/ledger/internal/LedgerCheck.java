package io.foodsafety.ledger.internal;

import com.google.common.collect.Iterators;
import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks the ledger in one snapshot. Pass one: seals against entries and the stored tree, in order
 * of position. Pass two: entries, sorted by document outside the heap, against documents.
 */
final class LedgerCheck {

  private static final int SORT_BYTES = 32 << 20;

  private final Storage storage;
  private final LedgerDigest digest;
  private final List<String> collections;

  /** A check of a storage with these collections. */
  LedgerCheck(Storage storage, LedgerDigest digest, List<String> collections) {
    this.storage = storage;
    this.digest = digest;
    this.collections = List.copyOf(collections);
  }

  /**
   * Checks everything.
   *
   * @param anchors roots that were kept elsewhere
   * @param known faults that were found before
   * @param faults takes each fault
   */
  LedgerReport verify(List<TreeRoot> anchors, List<Issue> known, Consumer<? super Issue> faults) {
    return storage.read(
        view -> {
          Findings findings = new Findings(faults);
          known.forEach(findings::add);
          return verify(view, anchors, findings);
        });
  }

  /** Checks everything in a snapshot, or in a transaction with its own writes. */
  LedgerReport verify(ReadView view) {
    return verify(view, List.of(), new Findings(fault -> {}));
  }

  private LedgerReport verify(ReadView view, List<TreeRoot> anchors, Findings findings) {
    try (SortedBytes changes = new SortedBytes(SORT_BYTES)) {
      TreeCheck tree = new TreeCheck(view, anchors, digest, findings);
      SealedEntries sealed =
          new SealedEntries(
              view, entry -> collect(entry, changes, findings), tree, digest, findings);
      sealed.check();
      long documents =
          new DocumentCheck(
                  view,
                  collections,
                  Iterators.transform(changes.sorted(), DocumentChange::decode),
                  digest,
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
          tree.root(),
          tree.anchored(),
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
