package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sealed entries that are not in their place, and entries in the place of others. Holding some of
 * each shows which of them were only moved; beyond that, they count as changed, dropped and
 * inserted.
 */
final class Misplaced {

  private static final int MAX_ENTRIES = 500;
  private static final int MAX_BYTES = 4 << 20;

  private record Expected(long position, HashCode leaf, IssueType otherwise) {}

  private static final class Stray {
    private final LogEntry entry;
    private final boolean inserted;
    private boolean explained;

    Stray(LogEntry entry, boolean inserted) {
      this.entry = entry;
      this.inserted = inserted;
    }
  }

  private final Findings findings;
  private final LedgerDigest digest;
  private final List<Expected> expected = new ArrayList<>();
  private final List<Stray> strays = new ArrayList<>();
  private int bytes;

  Misplaced(LedgerDigest digest, Findings findings) {
    this.digest = digest;
    this.findings = findings;
  }

  /** The entry that was sealed at a position is not there; another one is. */
  void changed(LogEntry entry, HashCode leaf) {
    expect(new Expected(entry.position(), leaf, LedgerIssues.ENTRY_CHANGED));
    stray(new Stray(entry, false));
  }

  /** The entry that was sealed at a position is not there, nor is another one. */
  void dropped(long position, HashCode leaf) {
    expect(new Expected(position, leaf, LedgerIssues.ENTRY_DROPPED));
  }

  /** There is an entry where none was sealed. */
  void inserted(LogEntry entry) {
    stray(new Stray(entry, true));
  }

  private void expect(Expected each) {
    expected.add(each);
    if (expected.size() >= MAX_ENTRIES) {
      report();
    }
  }

  private void stray(Stray each) {
    strays.add(each);
    bytes += each.entry.body().length;
    if (strays.size() >= MAX_ENTRIES || bytes > MAX_BYTES) {
      report();
    }
  }

  /** Reports what has come together. */
  void report() {
    for (Expected each : expected) {
      Optional<Stray> found = strays.stream().filter(stray -> isSame(each, stray)).findFirst();
      found.ifPresent(stray -> stray.explained = true);
      findings.add(
          found
              .map(
                  stray ->
                      LedgerIssues.ENTRY_MOVED
                          .at(Location.unknown())
                          .with("found", position(stray)))
              .orElseGet(() -> each.otherwise().at(Location.unknown()))
              .with("position", each.position())
              .build());
    }
    for (Stray stray : strays) {
      if (stray.inserted && !stray.explained) {
        findings.add(
            LedgerIssues.ENTRY_INSERTED
                .at(Location.unknown())
                .with("position", position(stray))
                .build());
      }
    }
    expected.clear();
    strays.clear();
    bytes = 0;
  }

  private static long position(Stray stray) {
    return stray.entry.position();
  }

  private boolean isSame(Expected expected, Stray stray) {
    return expected.leaf().equals(Leaves.hash(expected.position(), stray.entry.body(), digest));
  }
}
