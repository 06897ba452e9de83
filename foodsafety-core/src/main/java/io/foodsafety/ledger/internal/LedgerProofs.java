package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import io.foodsafety.ledger.ConsistencyProof;
import io.foodsafety.ledger.InclusionProof;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Roots and proofs from the stored tree, in one snapshot. */
final class LedgerProofs {

  private final ReadView view;
  private final LedgerDigest digest;
  private final TreeHead head;
  private final Tiles tiles;
  private final MerkleTree tree;

  LedgerProofs(ReadView view, LedgerDigest digest) {
    this.view = view;
    this.digest = digest;
    this.head = TreeHead.read(view, digest);
    this.tiles = new Tiles(view, digest);
    this.tree = new MerkleTree(digest, tiles);
    if (!text(tree.root(head.size())).equals(head.root())) {
      throw Tiles.damaged("its root is not that of its tiles");
    }
  }

  long size() {
    return head.size();
  }

  TreeRoot root(long size) {
    return new TreeRoot(digest.algorithm(), size, text(tree.root(checked(size, 0))));
  }

  Optional<InclusionProof> inclusion(long position, long size) {
    OptionalLong index = tiles.index(position, checked(size, 0));
    if (index.isEmpty()) {
      return Optional.empty();
    }
    byte[] body =
        view.readLog(Ledger.ENTRIES, position - 1, 1).stream()
            .filter(entry -> entry.position() == position)
            .map(LogEntry::body)
            .findFirst()
            .orElseThrow(() -> Tiles.damaged("entry " + position + " is missing"));
    if (!Arrays.equals(digest.leaf(position, body), tiles.node(0, index.getAsLong()))) {
      throw Tiles.damaged("entry " + position + " is not the sealed one");
    }
    return Optional.of(
        new InclusionProof(
            root(size),
            index.getAsLong(),
            position,
            new String(body, StandardCharsets.UTF_8),
            texts(tree.inclusion(index.getAsLong(), size))));
  }

  ConsistencyProof consistency(long first, long second) {
    checked(first, 1);
    checked(second, first);
    return new ConsistencyProof(root(first), root(second), texts(tree.consistency(first, second)));
  }

  private long checked(long size, long from) {
    if (size < from || size > head.size()) {
      throw new IllegalArgumentException(
          "A size of (%d) is not within %d and %d, the number of sealed entries."
              .formatted(size, from, head.size()));
    }
    return size;
  }

  private static List<String> texts(List<byte[]> hashes) {
    return hashes.stream().map(LedgerProofs::text).toList();
  }

  private static String text(byte[] hash) {
    return HashCode.fromBytes(hash).toString();
  }

  /** The position of the last sealed entry about a document, looked for from the end. */
  OptionalLong lastAbout(String collection, String id) {
    for (long from = (head.size() - 1) / Tiles.WIDTH; from >= 0 && head.size() > 0; from--) {
      Positions block = Tiles.positions(tiles.body(Tiles.positionsId(from)));
      List<LogEntry> entries =
          view.readLog(Ledger.ENTRIES, block.first() - 1, block.count()).stream()
              .filter(entry -> entry.position() <= block.last())
              .toList();
      OptionalLong last =
          entries.stream()
              .filter(entry -> isAbout(entry, collection, id))
              .mapToLong(LogEntry::position)
              .max();
      if (last.isPresent()) {
        return last;
      }
    }
    return OptionalLong.empty();
  }

  private static boolean isAbout(LogEntry entry, String collection, String id) {
    return EntryBody.decode(entry.body())
        .filter(body -> body.collection().equals(collection) && body.id().equals(id))
        .isPresent();
  }
}
