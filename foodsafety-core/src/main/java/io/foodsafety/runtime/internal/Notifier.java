package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.notification.NotificationReport;
import io.foodsafety.spi.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Tells people what is due, in one process at a time. */
final class Notifier {

  private static final String LEASE = "notifications";

  /** Longer than a channel usually takes; two processes at once send duplicates only. */
  static final Duration LEASE_DURATION = Duration.ofMinutes(1);

  private final Storage storage;
  private final NotificationSteps steps;
  private final NoticeDelivery delivery;
  private final Leasing leasing;

  Notifier(Storage storage, Journal journal, CityChannels channels, Duration leaseDuration) {
    this.storage = storage;
    this.steps = new NotificationSteps(journal, channels);
    this.delivery = new NoticeDelivery(journal, channels);
    this.leasing = new Leasing(storage, LEASE, leaseDuration);
  }

  /** Does what is due, unless another process is at it. */
  NotificationReport advance(Instant now) {
    return isDue(now)
        ? leasing.run(mayGoOn -> advance(now, mayGoOn)).orElse(NotificationReport.NONE)
        : new NotificationTally().report(true);
  }

  private boolean isDue(Instant now) {
    return storage.read(
        view ->
            !view.query(NotificationSteps.due(CitySchema.NOTIFICATIONS, now).limit(1))
                    .documents()
                    .isEmpty()
                || !view.query(NotificationSteps.due(CitySchema.NOTICES, now).limit(1))
                    .documents()
                    .isEmpty());
  }

  private NotificationReport advance(Instant now, BooleanSupplier mayGoOn) {
    NotificationTally tally = new NotificationTally();
    boolean complete = steps.take(now, mayGoOn, tally) && delivery.deliver(now, mayGoOn, tally);
    return tally.report(complete);
  }
}
