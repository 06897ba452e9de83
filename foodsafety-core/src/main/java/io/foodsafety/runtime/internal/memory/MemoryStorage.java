package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Storage in the heap. Readers share a fair lock, a writer has it alone. */
final class MemoryStorage implements Storage {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final MemoryLeases leases = new MemoryLeases();
  private final MemoryData data;
  private volatile boolean closed;

  MemoryStorage(MemoryData data) {
    this.data = data;
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    return locked(
        lock.readLock(),
        () -> {
          MemoryView view = new MemoryView(data);
          try {
            return work.apply(view);
          } finally {
            view.end();
          }
        });
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    return locked(
        lock.writeLock(),
        () -> {
          MemoryTransaction transaction = new MemoryTransaction(data);
          try {
            R result = work.apply(transaction);
            transaction.commit();
            return result;
          } finally {
            transaction.end();
          }
        });
  }

  @Override
  public Optional<Lease> tryLease(String name, String holder, Duration duration) {
    checkOpen();
    return leases.take(name, holder, duration);
  }

  @Override
  public void release(Lease lease) {
    checkOpen();
    leases.release(lease);
  }

  @Override
  public void close() {
    checkNotNested();
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <R> R locked(Lock held, Supplier<R> work) {
    checkNotNested();
    held.lock();
    try {
      checkOpen();
      return work.get();
    } finally {
      held.unlock();
    }
  }

  private void checkNotNested() {
    if (lock.getReadHoldCount() > 0 || lock.isWriteLockedByCurrentThread()) {
      throw new IllegalStateException(
          "The storage was called inside a work. Maybe the view that the work was handed is meant?");
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The storage is closed.");
    }
  }
}
