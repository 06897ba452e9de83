package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.ledger.internal.Sealer;
import io.foodsafety.ledger.internal.TreeGrowth;
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

  /** On whose behalf it acts. */
  static final Actor ACTOR = Actor.system(LEASE);

  private static final Duration DURATION = Duration.ofSeconds(10);
  private static final long RENEW_NANOS = DURATION.toNanos() / 4;

  private final Storage storage;
  private final FindingFacts findings;
  private final Sealer sealer;
  private final TreeGrowth tree;
  private final String holder = UUID.randomUUID().toString();
  private final ReentrantLock lock = new ReentrantLock();

  Advance(Storage storage, LedgerDigest digest, FindingFacts findings) {
    this.storage = storage;
    this.findings = findings;
    this.sealer = new Sealer(storage, digest);
    this.tree = new TreeGrowth(storage, digest);
  }

  /** Does what is due, unless another process is at it. */
  AdvanceReport advance(Instant now) {
    lock.lock();
    try {
      Optional<Lease> lease = storage.tryLease(LEASE, holder, DURATION);
      if (lease.isEmpty()) {
        return report(now, FindingFacts.Progress.NONE, sealer.seal(now, ACTOR, () -> false), false);
      }
      try {
        return advance(now, renewing());
      } finally {
        storage.release(lease.get());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Seals last, so that what was recorded is sealed, too. */
  private AdvanceReport advance(Instant now, BooleanSupplier mayGoOn) {
    FindingFacts.Progress found;
    try {
      found = findings.record(now, mayGoOn);
    } catch (RuntimeException e) { // damaged trace records must not leave the ledger unsealed
      try {
        sealer.seal(now, ACTOR, mayGoOn);
      } catch (RuntimeException further) {
        e.addSuppressed(further);
      }
      throw e;
    }
    Sealer.Progress sealed = sealer.seal(now, ACTOR, mayGoOn);
    return report(now, found, sealed, tree.grow(mayGoOn));
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

  /** Keeps the lease; once it is lost, says so for good. */
  private BooleanSupplier renewing() {
    long[] renewed = {System.nanoTime()};
    boolean[] lost = {false};
    return () -> {
      if (!lost[0] && System.nanoTime() - renewed[0] >= RENEW_NANOS) {
        renewed[0] = System.nanoTime();
        lost[0] = storage.tryLease(LEASE, holder, DURATION).isEmpty();
      }
      return !lost[0];
    };
  }

  private static AdvanceReport report(
      Instant now, FindingFacts.Progress found, Sealer.Progress sealed, boolean grown) {
    return new AdvanceReport(
        now,
        sealed.entries(),
        sealed.seals(),
        sealed.sealedTo(),
        sealed.head(),
        found.recorded(),
        found.withdrawn(),
        found.complete() && sealed.complete() && grown);
  }
}
