package io.foodsafety.ledger.internal;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.time.Clock;
import java.util.function.Function;

/**
 * The only way to change documents: every change leaves an entry in the ledger, in the same
 * transaction. Safe for use by many threads.
 */
public final class Journal {

  private final Storage storage;
  private final Clock clock;
  private final ChangeListener listener;

  /** A journal on a storage; the clock says when a change was made. */
  public Journal(Storage storage, Clock clock) {
    this(storage, clock, ChangeListener.NONE);
  }

  /** A journal that tells a listener of every document stored. */
  public Journal(Storage storage, Clock clock, ChangeListener listener) {
    this.storage = storage;
    this.clock = clock;
    this.listener = listener;
  }

  /** Reads and writes on behalf of an actor, under the rules of {@link Storage#write}. */
  public <R> R write(Actor actor, Function<? super JournaledTransaction, ? extends R> work) {
    return storage.write(
        transaction ->
            work.apply(new JournaledTransaction(transaction, actor, clock.instant(), listener)));
  }

  /** Reads, under the rules of {@link Storage#read}. */
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    return storage.read(work);
  }
}
