package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.time.Moment;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.NotificationIssues;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.VersionConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Takes the steps that are due: first telling, reminder, escalation. The directory is asked outside
 * of any transaction; then one transaction moves the notification on and stores the notices that
 * are owed. Killed before it, the step is taken by the next advance; it is never taken twice, as
 * the notification is written at the version read.
 */
final class NotificationSteps {

  private static final int PAGE = 100;

  private final Journal journal;
  private final CityChannels channels;

  NotificationSteps(Journal journal, CityChannels channels) {
    this.journal = journal;
    this.channels = channels;
  }

  /** What is due before the end of an instant, by when it is due. */
  static Query due(String collection, Instant now) {
    return Query.of(collection)
        .range(CitySchema.DUE, null, SortableTime.of(Moment.of(now.plusNanos(1))))
        .orderBy(CitySchema.DUE)
        .limit(PAGE);
  }

  /** Takes the steps; whether it came to the end. */
  boolean take(Instant now, BooleanSupplier mayGoOn, NotificationTally tally) {
    Query all = due(CitySchema.NOTIFICATIONS, now);
    for (Optional<Query> next = Optional.of(all); next.isPresent(); ) {
      Query query = next.get();
      Page page = journal.read(view -> view.query(query));
      for (Document each : page.documents()) {
        if (!mayGoOn.getAsBoolean()) {
          return false;
        }
        take(each, now, tally);
      }
      next = page.next().map(all::after);
    }
    return true;
  }

  private void take(Document document, Instant now, NotificationTally tally) {
    StoredNotification stored = StoredNotification.read(document);
    for (Optional<NotificationStep> step = stored.next(); step.isPresent(); ) {
      Optional<List<Recipient>> found = recipients(stored.notification(), step.get(), tally);
      if (found.isEmpty()) {
        return;
      }
      if (!found.get().isEmpty()) {
        write(document, stored, step.get(), found.get(), now, tally);
        return;
      }
      step = stored.escalation(step.get().stage()); // nobody there: the next stage at once
    }
  }

  private static Audience audience(Notification notification, NotificationStep step) {
    return notification.stages().get(step.stage() - 1).audience();
  }

  /** Who is to be told; nothing if that cannot be said now. */
  private Optional<List<Recipient>> recipients(
      Notification notification, NotificationStep step, NotificationTally tally) {
    Audience audience = audience(notification, step);
    List<Recipient> found;
    try {
      found = List.copyOf(channels.directory().list(audience));
    } catch (RuntimeException e) { // a plug-in may throw what it likes
      tally.problem(
          NotificationIssues.DIRECTORY_FAILED
              .at(Location.unknown())
              .with("notification", notification.id())
              .with("cause", e.getClass().getSimpleName())
              .build());
      return Optional.empty();
    }
    if (found.isEmpty()) {
      tally.problem(
          NotificationIssues.NOBODY
              .at(Location.unknown())
              .with("audience", audience)
              .with("notification", notification.id())
              .build());
    }
    return Optional.of(found);
  }

  private void write(
      Document document,
      StoredNotification stored,
      NotificationStep step,
      List<Recipient> recipients,
      Instant now,
      NotificationTally tally) {
    Map<String, DocumentWrite> notices = new LinkedHashMap<>(); // a directory may repeat somebody
    for (Recipient recipient : recipients) {
      for (String channel : channels(stored.notification())) {
        StoredNotice notice =
            StoredNotice.of(stored.notification().id(), step, recipient.id(), channel, now);
        notices.put(notice.dispatch().notice(), notice.waiting(0));
      }
    }
    try {
      journal.write(
          Advance.ACTOR,
          transaction -> {
            transaction.putAll(List.of(stored.after(step, now).write(document.version())));
            transaction.putDerived(new ArrayList<>(notices.values()));
            return true;
          });
      tally.step();
    } catch (VersionConflictException e) {
      // Somebody has acknowledged it meanwhile, or another process has taken the step.
    }
  }

  private Set<String> channels(Notification notification) {
    return notification.channels().isEmpty()
        ? channels.channels().keySet()
        : notification.channels();
  }
}
