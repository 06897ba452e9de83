package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Lets the stored tree follow the seals. Each step is a transaction that goes on where the stored
 * head says, so whoever is killed, or races with another, leaves a whole tree. The tree can be made
 * anew from the seals: no entry of the ledger is about it.
 */
public final class TreeGrowth {

  private static final int SEALS_AT_ONCE = 20;

  private final Storage storage;
  private final LedgerDigest digest;

  /** The growth of the tree of a storage. */
  public TreeGrowth(Storage storage, LedgerDigest digest) {
    this.storage = storage;
    this.digest = digest;
  }

  /**
   * Takes in all seals, as long as it may; asks before each step.
   *
   * @param mayGoOn whether it may take the next step
   * @return whether the tree has all of them
   */
  public boolean grow(BooleanSupplier mayGoOn) {
    while (mayGoOn.getAsBoolean()) {
      TreeHead head = storage.read(view -> TreeHead.read(view, digest));
      List<LogEntry> seals =
          storage.read(view -> view.readLog(Ledger.SEALS, head.seals(), SEALS_AT_ONCE));
      if (seals.isEmpty()) {
        return true;
      }
      try {
        storage.write(transaction -> append(transaction, head, seals));
      } catch (VersionConflictException e) {
        // Another one has taken the same step; the next look at the head shows it.
      }
    }
    return false;
  }

  private TreeHead append(WriteTransaction transaction, TreeHead head, List<LogEntry> seals) {
    List<DocumentWrite> writes = new ArrayList<>();
    Map<String, Long> versions = new HashMap<>();
    TileBuilder tiles =
        new TileBuilder(
            digest,
            (id, body) -> writes.add(write(id, versions.getOrDefault(id, 0L), body)),
            head.size(),
            id -> read(transaction, id, versions));
    String last = head.seal();
    for (LogEntry each : seals) {
      Optional<Seal> seal = Seal.decode(each.body());
      if (seal.isEmpty() || !seal.get().previous().equals(last)) {
        throw new StorageException(
            "The seal at position (%d) does not continue the tree of the ledger; ledger verify says more."
                .formatted(each.position()));
      }
      add(seal.get(), tiles);
      last = seal.get().hash();
    }
    tiles.flush();
    TreeHead grown =
        new TreeHead(
            tiles.size(),
            HashCode.fromBytes(tiles.root()).toString(),
            seals.get(seals.size() - 1).position(),
            last,
            head.version() + 1);
    writes.add(write(TreeHead.ID, head.version(), grown.encode()));
    transaction.putAll(writes);
    return grown;
  }

  private static byte[] read(WriteTransaction transaction, String id, Map<String, Long> versions) {
    Document document =
        transaction.get(Ledger.TREE, id).orElseThrow(() -> Tiles.damaged(id + " is missing"));
    versions.put(id, document.version());
    return document.body();
  }

  private static DocumentWrite write(String id, long version, byte[] body) {
    return DocumentWrite.replace(Ledger.TREE, id, version, body, Map.of());
  }

  private static void add(Seal seal, TileBuilder tiles) {
    for (int i = 0; i < seal.leaves().count(); i++) {
      tiles.add(seal.positions().at(i), seal.leaves().at(i).asBytes());
    }
  }
}
