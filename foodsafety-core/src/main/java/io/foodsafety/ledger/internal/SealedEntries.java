package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes through seals and entries side by side: is the chain whole, and is every entry what was
 * sealed? Hands every entry on, once and in order.
 */
final class SealedEntries {

  private static final int ENTRIES_PAGE = 1_000;
  private static final int SEALS_PAGE = 20;

  private final Lookahead<LogEntry> entries;
  private final Iterator<LogEntry> seals;
  private final Consumer<LogEntry> next;
  private final TreeCheck tree;
  private final LedgerDigest digest;
  private final Findings findings;
  private final Misplaced misplaced;

  private Optional<Seal> last = Optional.empty();

  /** Whether seals are missing or unreadable since the last one, so that entries have no seal. */
  private boolean gap;

  private long sealedTo;
  private long entryCount;
  private long sealedCount;
  private long sealCount;
  private long unsealedCount;
  private long firstUnsealed;
  private long lastPosition;

  SealedEntries(
      ReadView view,
      Consumer<LogEntry> next,
      TreeCheck tree,
      LedgerDigest digest,
      Findings findings) {
    this.tree = tree;
    this.digest = digest;
    this.entries = new Lookahead<>(new LogReader(view, Ledger.ENTRIES, ENTRIES_PAGE));
    this.seals = new LogReader(view, Ledger.SEALS, SEALS_PAGE);
    this.next = next;
    this.findings = findings;
    this.misplaced = new Misplaced(digest, findings);
  }

  void check() {
    while (seals.hasNext()) {
      LogEntry stored = seals.next();
      Optional<Seal> seal = Seal.decode(stored.body());
      if (seal.isEmpty()) {
        findings.add(
            LedgerIssues.SEAL_UNREADABLE
                .at(Location.unknown())
                .with("position", stored.position())
                .build());
        gap = true;
        tree.interrupt();
      } else {
        sealCount++;
        checkLink(seal.get(), stored.position());
        checkBlock(seal.get());
        tree.sealed(stored.position(), seal.get().hash());
        last = seal;
      }
    }
    misplaced.report();
    tree.finish();
    while (entries.peek().isPresent()) {
      LogEntry entry = take();
      firstUnsealed = firstUnsealed == 0 ? entry.position() : firstUnsealed;
      unsealedCount++;
    }
  }

  private void checkLink(Seal seal, long position) {
    if (!seal.hash().equals(seal.contentHash(digest))) {
      report(LedgerIssues.SEAL_CHANGED, seal, position, 0);
    }
    long expected = last.map(Seal::number).orElse(0L) + 1;
    if (seal.number() != expected) {
      // An unreadable seal has been reported in the place of the missing one.
      if (!gap) {
        report(LedgerIssues.SEAL_MISSING, seal, position, expected);
      }
      gap = true;
      tree.interrupt();
    } else if (!seal.previous().equals(last.map(Seal::hash).orElse(Seal.NO_HASH))) {
      report(LedgerIssues.SEAL_UNLINKED, seal, position, 0);
    }
  }

  private void report(IssueType type, Seal seal, long position, long expected) {
    findings.add(
        type.at(Location.unknown())
            .with("seal", seal.number())
            .with("position", position)
            .with("expected", expected)
            .build());
  }

  private void checkBlock(Seal seal) {
    Positions positions = seal.positions();
    for (int i = 0; i < positions.count(); i++) {
      long position = positions.at(i);
      if (position <= sealedTo) {
        continue; // two seals of one entry: the chain has been reported as broken
      }
      skipTo(position);
      gap = false;
      sealedTo = position;
      HashCode leaf = seal.leaves().at(i);
      tree.add(position, leaf);
      if (entries.peek().filter(entry -> entry.position() == position).isEmpty()) {
        misplaced.dropped(position, leaf);
        continue;
      }
      LogEntry entry = take();
      sealedCount++;
      if (!leaf.equals(Leaves.hash(entry, digest))) {
        misplaced.changed(entry, leaf);
      }
    }
  }

  /** Entries before a sealed one that the seals leave out. */
  private void skipTo(long position) {
    while (entries.peek().filter(entry -> entry.position() < position).isPresent()) {
      LogEntry entry = take();
      if (!gap) {
        misplaced.inserted(entry);
      }
    }
  }

  private LogEntry take() {
    LogEntry entry = entries.take();
    entryCount++;
    lastPosition = entry.position();
    next.accept(entry);
    return entry;
  }

  long entries() {
    return entryCount;
  }

  long sealed() {
    return sealedCount;
  }

  /** Entries behind the last seal; those among sealed ones have been reported. */
  long unsealed() {
    return unsealedCount;
  }

  long firstUnsealed() {
    return firstUnsealed;
  }

  long lastPosition() {
    return lastPosition;
  }

  long seals() {
    return sealCount;
  }

  String head() {
    return last.map(Seal::hash).orElse(Seal.NO_HASH);
  }
}
