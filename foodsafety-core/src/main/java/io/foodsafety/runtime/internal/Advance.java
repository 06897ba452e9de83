package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Sealer;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.AdvanceReport;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What time brings about, done by one process at a time. Threads of this process wait for each
 * other; a lease keeps other processes away, and passes on soon if its holder is killed.
 */
final class Advance {

  private static final String LEASE = "advance";
  private static final Actor ACTOR = Actor.system(LEASE);
  private static final Duration DURATION = Duration.ofSeconds(10);
  private static final long RENEW_NANOS = DURATION.toNanos() / 4;

  private final Storage storage;
  private final Sealer sealer;
  private final String holder = UUID.randomUUID().toString();
  private final ReentrantLock lock = new ReentrantLock();

  Advance(Storage storage) {
    this.storage = storage;
    this.sealer = new Sealer(storage);
  }

  /** Does what is due, unless another process is at it. */
  AdvanceReport advance(Instant now) {
    lock.lock();
    try {
      Optional<Lease> lease = storage.tryLease(LEASE, holder, DURATION);
      if (lease.isEmpty()) {
        return report(now, sealer.seal(now, ACTOR, () -> false));
      }
      try {
        return report(now, sealer.seal(now, ACTOR, renewing()));
      } finally {
        storage.release(lease.get());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does what is due; if another process is at it, waits until its lease must have passed on. */
  AdvanceReport advanceOrWait(Instant now) {
    long deadline = System.nanoTime() + 2 * DURATION.toNanos();
    AdvanceReport report = advance(now);
    while (!report.complete()
        && System.nanoTime() - deadline < 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      report = advance(now);
    }
    return report;
  }

  private BooleanSupplier renewing() {
    long[] renewed = {System.nanoTime()};
    return () -> {
      if (System.nanoTime() - renewed[0] < RENEW_NANOS) {
        return true;
      }
      renewed[0] = System.nanoTime();
      return storage.tryLease(LEASE, holder, DURATION).isPresent();
    };
  }

  private static AdvanceReport report(Instant now, Sealer.Progress sealed) {
    return new AdvanceReport(
        now, sealed.entries(), sealed.seals(), sealed.sealedTo(), sealed.head(), sealed.complete());
  }
}
