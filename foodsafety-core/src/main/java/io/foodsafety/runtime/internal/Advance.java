package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.ledger.internal.Sealer;
import io.foodsafety.ledger.internal.TreeGrowth;
import io.foodsafety.message.RelayReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.notification.NotificationReport;
import io.foodsafety.runtime.AdvanceReport;
import io.foodsafety.spi.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What time brings about, done by one process at a time. */
final class Advance {

  private static final String LEASE = "advance";

  /** On whose behalf it acts. */
  static final Actor ACTOR = Actor.system(LEASE);

  private static final Duration DURATION = Duration.ofSeconds(10);

  private final FindingFacts findings;
  private final Sealer sealer;
  private final TreeGrowth tree;
  private final Leasing leasing;

  Advance(Storage storage, LedgerDigest digest, FindingFacts findings) {
    this.findings = findings;
    this.sealer = new Sealer(storage, digest);
    this.tree = new TreeGrowth(storage, digest);
    this.leasing = new Leasing(storage, LEASE, DURATION);
  }

  /** Does what is due, unless another process is at it. */
  AdvanceReport advance(Instant now) {
    return leasing
        .run(mayGoOn -> advance(now, mayGoOn))
        .orElseGet(
            () ->
                report(
                    now, FindingFacts.Progress.NONE, sealer.seal(now, ACTOR, () -> false), false));
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
        found.complete() && sealed.complete() && grown,
        RelayReport.NONE,
        NotificationReport.NONE);
  }
}
