package io.foodsafety.ledger.internal;

import io.foodsafety.spi.storage.DocumentWrite;
import java.time.Instant;

/** Hears of every document that is stored, in its transaction. Safe for use by many threads. */
@FunctionalInterface
public interface ChangeListener {

  /** Listens to nothing. */
  ChangeListener NONE = (write, at, transaction) -> {};

  /** Is told of a document; may append to logs. What it throws ends the transaction. */
  void stored(DocumentWrite write, Instant at, JournaledTransaction transaction);
}
