package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.notification.Dispatch;
import io.foodsafety.notification.Dispatch.State;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.NotificationIssues;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationException;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.text.LocalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Hands the notices that are due to their channels, each outside of any transaction, then stores
 * what has become of it. Killed between the two, it hands over the notice again, with the same id.
 * A channel that fails several times in a row is left alone until the next advance.
 */
final class NoticeDelivery {

  /** After so many failures one after the other a channel is taken to be down. */
  private static final int DOWN = 3;

  private static final int MAX_REASON = 300;

  private static final Map<Notice.Occasion, LocalText> PREFIXES =
      Map.of(
          Notice.Occasion.REMINDER, new LocalText("提醒：", "Reminder: "),
          Notice.Occasion.ESCALATION, new LocalText("升级：", "Escalated: "));

  private final Journal journal;
  private final CityChannels channels;

  NoticeDelivery(Journal journal, CityChannels channels) {
    this.journal = journal;
    this.channels = channels;
  }

  /** A notice that waits, with its notification if that is still open. */
  private record Waiting(long version, StoredNotice notice, Optional<Notification> open) {}

  private record Batch(List<Waiting> waiting, Optional<Query> next) {}

  /** Delivers what is due; whether nothing of it was left untried. */
  boolean deliver(Instant now, BooleanSupplier mayGoOn, NotificationTally tally) {
    Query all = NotificationSteps.due(CitySchema.NOTICES, now);
    Map<String, Integer> failures = new HashMap<>();
    boolean complete = true;
    for (Optional<Query> next = Optional.of(all); next.isPresent(); ) {
      Query query = next.get();
      Batch batch = journal.read(view -> batch(view, query));
      for (Waiting each : batch.waiting()) {
        if (!mayGoOn.getAsBoolean()) {
          return false;
        }
        String channel = each.notice().dispatch().channel();
        if (failures.getOrDefault(channel, 0) >= DOWN) {
          complete = false;
          continue;
        }
        if (deliver(each, now, tally).isWaiting()) {
          failures.merge(channel, 1, Integer::sum);
        } else {
          failures.remove(channel);
        }
      }
      next = batch.next();
    }
    return complete;
  }

  private static Batch batch(ReadView view, Query query) {
    Page page = view.query(query);
    Map<Document, StoredNotice> notices = new LinkedHashMap<>();
    page.documents()
        .forEach(each -> notices.put(each, StoredNotice.read(CitySchema.NOTICES, each)));
    Set<String> ids = new HashSet<>();
    notices.values().forEach(each -> ids.add(each.notification()));
    Map<String, Document> notifications = view.getAll(CitySchema.NOTIFICATIONS, ids);
    List<Waiting> waiting = new ArrayList<>();
    notices.forEach(
        (document, notice) ->
            waiting.add(new Waiting(document.version(), notice, open(notice, notifications))));
    return new Batch(waiting, page.next().map(query::after));
  }

  /** The notification of a notice, if nobody has acknowledged it. */
  private static Optional<Notification> open(
      StoredNotice notice, Map<String, Document> notifications) {
    return Optional.ofNullable(notifications.get(notice.notification()))
        .map(StoredNotification::read)
        .filter(stored -> stored.acknowledgement().isEmpty())
        .map(StoredNotification::notification);
  }

  /** Delivers one notice; what has become of it. */
  private StoredNotice deliver(Waiting waiting, Instant now, NotificationTally tally) {
    StoredNotice result =
        waiting
            .open()
            .map(notification -> attempt(waiting.notice(), notification, now))
            .orElseGet(() -> settle(waiting.notice(), State.NOT_NEEDED, 0, now, ""));
    store(waiting, result, tally);
    return result;
  }

  private static StoredNotice settle(
      StoredNotice notice, State state, int attempts, Instant now, String reason) {
    return notice.settled(state, notice.dispatch().attempts() + attempts, now, reason);
  }

  private StoredNotice attempt(StoredNotice stored, Notification notification, Instant now) {
    Dispatch dispatch = stored.dispatch();
    CityChannels.Open open = channels.channels().get(dispatch.channel());
    if (open == null) {
      return stored.failed(now, "The city has no such channel now.");
    }
    try {
      Optional<Recipient> recipient = channels.directory().find(dispatch.recipient());
      if (recipient.isEmpty()) {
        return settle(stored, State.REFUSED, 0, now, "There is no such recipient any more.");
      }
      Notice notice = notice(dispatch, notification, recipient.get(), now);
      if (open.isAddressed() && notice.address().isEmpty()) {
        return settle(stored, State.REFUSED, 0, now, "The recipient has no address for it.");
      }
      open.channel().deliver(notice);
      return settle(stored, State.DELIVERED, 1, now, "");
    } catch (NoticeRefusedException e) {
      return settle(stored, State.REFUSED, 1, now, reason(e));
    } catch (RuntimeException e) { // a plug-in may throw what it likes
      return stored.failed(now, reason(e));
    }
  }

  /** What an exception says, if the contract keeps personal data out of it; else its kind only. */
  private static String reason(RuntimeException failure) {
    boolean isClean =
        failure instanceof NotificationException || failure instanceof NoticeRefusedException;
    String message = failure.getMessage();
    String reason = isClean && message != null ? message : failure.getClass().getSimpleName();
    return reason.codePointCount(0, reason.length()) <= MAX_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, MAX_REASON));
  }

  private static Notice notice(
      Dispatch dispatch, Notification notification, Recipient recipient, Instant now) {
    Locale language = recipient.language();
    LocalText prefix = PREFIXES.get(dispatch.occasion());
    String title = notification.title().in(language);
    return Notice.builder(dispatch.notice(), notification.id(), recipient.id(), now)
        .occasion(dispatch.occasion())
        .address(recipient.address(dispatch.channel()))
        .words(
            language,
            prefix == null ? title : prefix.in(language) + title,
            notification.text().in(language))
        .about(notification.about())
        .build();
  }

  private void store(Waiting waiting, StoredNotice result, NotificationTally tally) {
    String id = result.dispatch().notice();
    try {
      journal.write(
          Advance.ACTOR,
          transaction -> {
            if (result.isWaiting()) {
              transaction.putDerived(List.of(result.waiting(waiting.version())));
            } else {
              transaction.deleteDerived(CitySchema.NOTICES, id, waiting.version());
              transaction.putAll(List.of(result.settled()));
            }
            return true;
          });
    } catch (VersionConflictException e) {
      return; // another process has delivered it, too, and stored that
    }
    count(result, tally);
  }

  private static void count(StoredNotice result, NotificationTally tally) {
    switch (result.dispatch().state()) {
      case DELIVERED -> tally.delivered();
      case WAITING -> {
        tally.postponed();
        report(NotificationIssues.NOT_DELIVERED, result, tally);
      }
      case REFUSED, GIVEN_UP -> {
        tally.failed();
        report(NotificationIssues.UNDELIVERABLE, result, tally);
      }
      case NOT_NEEDED -> {}
    }
  }

  private static void report(IssueType type, StoredNotice notice, NotificationTally tally) {
    tally.problem(
        type.at(Location.unknown())
            .with("notification", notice.notification())
            .with("recipient", notice.dispatch().recipient())
            .with("channel", notice.dispatch().channel())
            .with("cause", notice.dispatch().reason().replaceFirst("\\.$", ""))
            .build());
  }
}
