package io.foodsafety.ledger.internal;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Instant;
import java.util.List;

/** A transaction that writes a ledger entry with every change of a document. */
public final class JournaledTransaction {

  private final WriteTransaction transaction;
  private final Actor actor;
  private final Instant at;
  private final LedgerDigest digest;
  private final ChangeListener listener;

  JournaledTransaction(
      WriteTransaction transaction,
      Actor actor,
      Instant at,
      LedgerDigest digest,
      ChangeListener listener) {
    this.digest = digest;
    this.transaction = transaction;
    this.actor = actor;
    this.at = at;
    this.listener = listener;
  }

  /** {@return what the transaction sees, its own writes included} */
  public ReadView view() {
    return transaction;
  }

  /** Stores documents, as {@link WriteTransaction#putAll} does. */
  public void putAll(List<DocumentWrite> writes) {
    if (writes.isEmpty()) {
      return;
    }
    transaction.putAll(writes);
    for (DocumentWrite write : writes) {
      append(
          EntryBody.put(
              actor,
              at,
              write.collection(),
              write.id(),
              write.expectedVersion() + 1,
              digest.text(write.body())));
      listener.stored(write, at, this);
    }
  }

  /**
   * Stores documents that are derived from others and can be made anew from them. They leave no
   * entry: the ledger says what was recorded, and the verification does not look at them.
   */
  public void putDerived(List<DocumentWrite> writes) {
    if (!writes.isEmpty()) {
      transaction.putAll(writes);
    }
  }

  /** Deletes a document that is derived or on its way to others; it leaves no entry either. */
  public void deleteDerived(String collection, String id, long expectedVersion) {
    transaction.delete(collection, id, expectedVersion);
  }

  /**
   * Appends to a log that tells readers what was stored, in which order. It leaves no entry in the
   * ledger, as the document has left one.
   */
  public void announce(String log, byte[] body) {
    transaction.append(log, body);
  }

  /** Deletes a document, as {@link WriteTransaction#delete} does. */
  public void delete(String collection, String id, long expectedVersion) {
    transaction.delete(collection, id, expectedVersion);
    append(EntryBody.delete(actor, at, collection, id, expectedVersion));
  }

  private void append(EntryBody entry) {
    transaction.append(Ledger.ENTRIES, entry.encode());
  }
}
