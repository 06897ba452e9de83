package io.foodsafety.runtime.internal;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Storage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Work that one process does at a time. Threads of this process wait for each other; a lease keeps
 * other processes away, and passes on soon if its holder is killed.
 */
final class Leasing {

  private final Storage storage;
  private final String name;
  private final Duration duration;
  private final String holder = UUID.randomUUID().toString();
  private final ReentrantLock lock = new ReentrantLock();

  Leasing(Storage storage, String name, Duration duration) {
    this.storage = storage;
    this.name = name;
    this.duration = duration;
  }

  /**
   * Does the work, which asks again and again whether it may go on; nothing if another process is
   * at it, or for so long another thread of this one.
   */
  <T> Optional<T> run(Function<BooleanSupplier, T> work) {
    if (!isMine()) {
      return Optional.empty();
    }
    try {
      Optional<Lease> lease = storage.tryLease(name, holder, duration);
      if (lease.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.apply(renewing()));
      } finally {
        storage.release(lease.get());
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isMine() {
    try {
      return lock.tryLock() || lock.tryLock(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Keeps the lease; once it is lost, says so for good. */
  private BooleanSupplier renewing() {
    long[] renewed = {System.nanoTime()};
    boolean[] lost = {false};
    return () -> {
      if (!lost[0] && System.nanoTime() - renewed[0] >= duration.toNanos() / 4) {
        renewed[0] = System.nanoTime();
        lost[0] = storage.tryLease(name, holder, duration).isEmpty();
      }
      return !lost[0];
    };
  }
}
