package io.foodsafety.ledger.internal;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Seals the ledger, block by block. Each block is a transaction that looks at the last seal and
 * appends the next one, so whoever is killed, or races with another, leaves a chain that can be
 * continued.
 */
public final class Sealer {

  private final Storage storage;
  private final LedgerDigest digest;

  /** A sealer of a storage's ledger. */
  public Sealer(Storage storage, LedgerDigest digest) {
    this.digest = digest;
    this.storage = storage;
  }

  /**
   * What was sealed.
   *
   * @param entries entries sealed by this call
   * @param seals seals made by this call
   * @param sealedTo the position of the last sealed entry, or 0
   * @param head the hash of the last seal
   * @param complete whether no entry was left over
   */
  public record Progress(long entries, long seals, long sealedTo, String head, boolean complete) {
    /** The same, and what an earlier call had sealed. */
    public Progress after(Progress earlier) {
      return new Progress(
          earlier.entries + entries, earlier.seals + seals, sealedTo, head, complete);
    }
  }

  /** The last seal and its own position in the log of seals. */
  private record Tail(long position, Optional<Seal> seal) {

    long sealedTo() {
      return seal.map(last -> last.positions().last()).orElse(0L);
    }

    Progress progress(long entries, long seals, boolean complete) {
      return new Progress(
          entries, seals, sealedTo(), seal.map(Seal::hash).orElse(Seal.NO_HASH), complete);
    }
  }

  /** Seals what is there, as long as it may; asks before each block. */
  public Progress seal(Instant at, Actor actor, BooleanSupplier mayGoOn) {
    Tail tail = storage.read(Sealer::tail);
    long entries = 0;
    long seals = 0;
    while (mayGoOn.getAsBoolean()) {
      long after = tail.sealedTo();
      List<LogEntry> block =
          storage.read(view -> view.readLog(Ledger.ENTRIES, after, Seal.MAX_ENTRIES));
      if (block.isEmpty()) {
        return tail.progress(entries, seals, true);
      }
      Seal next = Seal.next(tail.seal(), block, at, actor, digest);
      if (append(next, tail.position())) {
        entries += block.size();
        seals++;
      }
      tail = storage.read(Sealer::tail);
    }
    return tail.progress(entries, seals, false);
  }

  /** Appends a seal unless another one has come after the one that it continues. */
  private boolean append(Seal next, long lastPosition) {
    byte[] body = next.encode();
    return storage.write(
        transaction -> {
          if (transaction.lastPosition(Ledger.SEALS) != lastPosition) {
            return false;
          }
          transaction.append(Ledger.SEALS, body);
          return true;
        });
  }

  private static Tail tail(ReadView view) {
    long position = view.lastPosition(Ledger.SEALS);
    if (position == 0) {
      return new Tail(0, Optional.empty());
    }
    List<LogEntry> last = view.readLog(Ledger.SEALS, position - 1, 1);
    Optional<Seal> seal = last.isEmpty() ? Optional.empty() : Seal.decode(last.get(0).body());
    if (seal.isEmpty()) {
      throw new StorageException(
          "The last seal of the ledger cannot be read, so it cannot be continued; ledger verify says more.");
    }
    return new Tail(position, seal);
  }
}
