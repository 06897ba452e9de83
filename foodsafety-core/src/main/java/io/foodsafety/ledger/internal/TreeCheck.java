package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Builds the tree anew from the seals, and compares it with the stored tree and with roots that
 * were kept elsewhere.
 */
final class TreeCheck {

  private final ReadView view;
  private final LedgerDigest digest;
  private final Findings findings;
  private final Deque<TreeRoot> anchors;
  private final TileBuilder tiles;
  private final TreeHead head;

  /** Whether leaves are missing, which has been reported: the rest of the tree is unknown. */
  private boolean interrupted;

  private boolean compared;
  private boolean endChecked;
  private long anchored;

  TreeCheck(ReadView view, List<TreeRoot> anchors, LedgerDigest digest, Findings findings) {
    this.view = view;
    this.digest = digest;
    this.findings = findings;
    this.anchors =
        new ArrayDeque<>(
            anchors.stream().sorted(Comparator.comparingLong(TreeRoot::size)).toList());
    this.tiles = new TileBuilder(digest, this::compare);
    Optional<Document> stored = view.get(Ledger.TREE, TreeHead.ID);
    Optional<TreeHead> known = stored.flatMap(TreeHead::decode);
    if (stored.isPresent() && known.isEmpty()) {
      report(LedgerIssues.TREE_CHANGED, TreeHead.ID);
    }
    this.head = known.orElseGet(() -> TreeHead.empty(digest));
    this.compared = stored.isPresent() && known.isEmpty();
    atSize();
  }

  /** The next sealed entry. */
  void add(long position, HashCode leaf) {
    if (!interrupted) {
      tiles.add(position, leaf.asBytes());
      atSize();
    }
  }

  /** The seal of the entries so far; the head says where the last one is and what it is. */
  void sealed(long position, String hash) {
    if (!interrupted && head.version() > 0 && !endChecked && tiles.size() >= head.size()) {
      endChecked = true;
      if (position != head.seals() || !hash.equals(head.seal())) {
        findings.add(
            LedgerIssues.SEAL_MOVED
                .at(Location.unknown())
                .with("position", position)
                .with("expected", head.seals())
                .build());
      }
    }
  }

  /** Leaves are missing here. */
  void interrupt() {
    interrupted = true;
  }

  private void atSize() {
    if (!compared && tiles.size() == head.size()) {
      compared = true;
      tiles.flush();
      if (!head.root().equals(root().root())) {
        report(LedgerIssues.TREE_CHANGED, TreeHead.ID);
      }
    }
    while (!anchors.isEmpty() && anchors.peek().size() <= tiles.size()) {
      TreeRoot anchor = anchors.remove();
      anchored++;
      if (!anchor.equals(root())) {
        reportAnchor(LedgerIssues.ANCHOR_CONTRADICTED, anchor);
      }
    }
  }

  /** The root of the sealed entries so far. */
  TreeRoot root() {
    return new TreeRoot(
        digest.algorithm(), tiles.size(), HashCode.fromBytes(tiles.root()).toString());
  }

  private void compare(String id, byte[] body) {
    boolean stored = tiles.size() <= head.size();
    if (stored
        && view.get(Ledger.TREE, id)
            .filter(document -> Arrays.equals(document.body(), body))
            .isEmpty()) {
      report(LedgerIssues.TREE_CHANGED, id);
    }
  }

  /** After the last sealed entry. */
  void finish() {
    if (!interrupted && tiles.size() < head.size()) {
      findings.add(
          LedgerIssues.SEALS_CUT
              .at(Location.unknown())
              .with("size", tiles.size())
              .with("expected", head.size())
              .build());
    }
    anchors.forEach(anchor -> reportAnchor(LedgerIssues.ANCHOR_AHEAD, anchor));
    Query all = Query.of(Ledger.TREE);
    for (Optional<Query> next = Optional.of(all); next.isPresent(); ) {
      Page page = view.query(next.get());
      for (Document document : page.documents()) {
        if (!document.id().equals(TreeHead.ID) && !Tiles.has(document.id(), head.size())) {
          report(LedgerIssues.TREE_UNKNOWN, document.id());
        }
      }
      next = page.next().map(all::after);
    }
  }

  private void report(IssueType type, String id) {
    findings.add(
        type.at(Location.unknown()).with("collection", Ledger.TREE).with("id", id).build());
  }

  private void reportAnchor(IssueType type, TreeRoot anchor) {
    findings.add(
        type.at(Location.unknown())
            .with("expected", anchor.size())
            .with("root", anchor.root())
            .with("size", tiles.size())
            .build());
  }

  /** Roots kept elsewhere that were compared. */
  long anchored() {
    return anchored;
  }
}
