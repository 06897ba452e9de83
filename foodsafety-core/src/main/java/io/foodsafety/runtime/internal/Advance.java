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
import java.util.Optional;
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
  private final GradeFacts grades;
  private final Sealer sealer;
  private final TreeGrowth tree;
  private final Leasing leasing;

  Advance(Storage storage, LedgerDigest digest, FindingFacts findings, GradeFacts grades) {
    this.findings = findings;
    this.grades = grades;
    this.sealer = new Sealer(storage, digest);
    this.tree = new TreeGrowth(storage, digest);
    this.leasing = new Leasing(storage, LEASE, DURATION);
  }

  /** Does what is due, unless another process is at it. */
  AdvanceReport advance(Instant now) {
    return leasing.run(mayGoOn -> advance(now, mayGoOn)).orElseGet(() -> nothingDone(now));
  }

  /**
   * Grades after findings, which grades may rest on. What there is is sealed before, as grading a
   * city may take long, and what was recorded after. Damaged records must not leave the ledger
   * unsealed. Grading ends after a while, as notices and messages wait for it.
   */
  private AdvanceReport advance(Instant now, BooleanSupplier mayGoOn) {
    Attempts attempts = new Attempts();
    Optional<FindingFacts.Progress> found = attempts.attempt(() -> findings.record(now, mayGoOn));
    Optional<Sealer.Progress> first = attempts.attempt(() -> sealer.seal(now, ACTOR, mayGoOn));
    Optional<GradeFacts.Progress> graded = attempts.attempt(() -> grades.record(now, mayGoOn));
    Optional<Sealer.Progress> sealed =
        grades.isEmpty() ? first : attempts.attempt(() -> sealAgain(first, now, mayGoOn));
    Optional<Boolean> grown = attempts.attempt(() -> tree.grow(mayGoOn));
    attempts.rethrow();
    return report(
        now, found.orElseThrow(), graded.orElseThrow(), sealed.orElseThrow(), grown.orElseThrow());
  }

  private Sealer.Progress sealAgain(
      Optional<Sealer.Progress> first, Instant now, BooleanSupplier mayGoOn) {
    Sealer.Progress again = sealer.seal(now, ACTOR, mayGoOn);
    return first.map(again::after).orElse(again);
  }

  private AdvanceReport nothingDone(Instant now) {
    return report(
        now,
        FindingFacts.Progress.NONE,
        GradeFacts.Progress.NONE,
        sealer.seal(now, ACTOR, () -> false),
        false);
  }

  /**
   * Records findings and seals; grades are left to who advances the city. If another process is at
   * it, waits until its lease must have passed on.
   */
  boolean sealOrWait(Instant now) {
    long deadline = System.nanoTime() + 2 * DURATION.toNanos();
    boolean complete = seal(now);
    while (!complete
        && System.nanoTime() - deadline < 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      complete = seal(now);
    }
    return complete;
  }

  private boolean seal(Instant now) {
    return leasing.run(mayGoOn -> seal(now, mayGoOn)).orElse(false);
  }

  private boolean seal(Instant now, BooleanSupplier mayGoOn) {
    Attempts attempts = new Attempts();
    Optional<FindingFacts.Progress> found = attempts.attempt(() -> findings.record(now, mayGoOn));
    Optional<Sealer.Progress> sealed = attempts.attempt(() -> sealer.seal(now, ACTOR, mayGoOn));
    Optional<Boolean> grown = attempts.attempt(() -> tree.grow(mayGoOn));
    attempts.rethrow();
    return found.orElseThrow().complete() && sealed.orElseThrow().complete() && grown.orElseThrow();
  }

  private static AdvanceReport report(
      Instant now,
      FindingFacts.Progress found,
      GradeFacts.Progress graded,
      Sealer.Progress sealed,
      boolean grown) {
    return new AdvanceReport(
        now,
        sealed.entries(),
        sealed.seals(),
        sealed.sealedTo(),
        sealed.head(),
        found.recorded(),
        found.withdrawn(),
        graded.graded(),
        graded.recorded(),
        graded.problems(),
        found.complete() && graded.complete() && sealed.complete() && grown,
        RelayReport.NONE,
        NotificationReport.NONE);
  }
}
