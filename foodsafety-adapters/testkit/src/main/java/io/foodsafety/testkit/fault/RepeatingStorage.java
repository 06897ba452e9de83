package io.foodsafety.testkit.fault;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A storage that runs every work of a write twice, as one does that meets a conflict of
 * serialisation: the first run is rolled back, the second one counts. A work with side effects
 * shows itself. What the first run throws is thrown on, and there is no second one.
 */
public final class RepeatingStorage extends ForwardingStorage {

  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  private RepeatingStorage(Storage storage) {
    super(storage);
  }

  /**
   * A storage that runs every work twice.
   *
   * @param storage the storage underneath, which is closed with it
   * @return the storage
   */
  public static RepeatingStorage of(Storage storage) {
    return new RepeatingStorage(storage);
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    // Both runs are one call: closing waits for the second one too.
    gate.readLock().lock();
    try {
      rollBack(work);
      return super.write(work);
    } finally {
      gate.readLock().unlock();
    }
  }

  private void rollBack(Function<? super WriteTransaction, ?> work) {
    RolledBack rolledBack = new RolledBack();
    try {
      super.write(
          transaction -> {
            Object unused = work.apply(transaction);
            throw rolledBack;
          });
    } catch (RolledBack e) {
      if (!e.equals(rolledBack)) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    if (gate.getReadHoldCount() > 0) {
      super.close(); // inside a work, which the storage underneath refuses or not
      return;
    }
    gate.writeLock().lock();
    try {
      super.close();
    } finally {
      gate.writeLock().unlock();
    }
  }

  /** Ends the first run. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RolledBack() {
      super("The first run is rolled back on purpose.", null, false, false);
    }
  }
}
