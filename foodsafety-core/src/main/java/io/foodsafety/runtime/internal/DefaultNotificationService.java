package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.notification.Acknowledgement;
import io.foodsafety.notification.Dispatch;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.NotificationIssues;
import io.foodsafety.notification.NotificationService;
import io.foodsafety.notification.NotificationStatus;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Notifications kept in a storage, on behalf of an actor. */
final class DefaultNotificationService implements NotificationService {

  private static final Comparator<Dispatch> ORDER =
      Comparator.comparing(Dispatch::stage)
          .thenComparing(Dispatch::occasion)
          .thenComparing(Dispatch::recipient)
          .thenComparing(Dispatch::channel);

  private final Storage storage;
  private final Journal journal;
  private final Actor actor;
  private final Set<String> channels;
  private final Clock clock;

  DefaultNotificationService(
      Storage storage, Journal journal, Actor actor, Set<String> channels, Clock clock) {
    this.storage = storage;
    this.journal = journal;
    this.actor = actor;
    this.channels = Set.copyOf(channels);
    this.clock = clock;
  }

  @Override
  public RecordingResult send(Notification notification) {
    Optional<String> unknown =
        notification.channels().stream()
            .filter(each -> !channels.contains(each))
            .sorted()
            .findFirst();
    if (unknown.isPresent() || channels.isEmpty()) {
      String name = unknown.orElse("-");
      return refused(
          notification,
          NotificationIssues.UNKNOWN_CHANNEL
              .at(Location.unknown())
              .with("notification", notification.id())
              .with("channel", name)
              .with("nearest", NearestNames.of(name, channels)));
    }
    return Retrying.onConflict(
        () -> journal.write(actor, transaction -> send(transaction, notification)));
  }

  private RecordingResult send(JournaledTransaction transaction, Notification notification) {
    Optional<Document> known = transaction.view().get(CitySchema.NOTIFICATIONS, notification.id());
    if (known.isEmpty()) {
      Instant now = clock.instant();
      transaction.putAll(List.of(StoredNotification.of(notification, now).write(0)));
      return RecordingResult.recorded(notification.id());
    }
    return StoredNotification.read(known.get()).notification().equals(notification)
        ? RecordingResult.alreadyKnown(notification.id())
        : refused(
            notification,
            NotificationIssues.OTHER_CONTENT
                .at(Location.unknown())
                .with("notification", notification.id()));
  }

  private static RecordingResult refused(Notification notification, IssueType.Builder issue) {
    return RecordingResult.refused(notification.id(), List.of(issue.build()));
  }

  @Override
  public Optional<Acknowledgement> acknowledge(String id, String note) {
    Acknowledgement own = new Acknowledgement(actor.toString(), clock.instant(), note);
    return Retrying.onConflict(
        () -> journal.write(actor, transaction -> acknowledge(transaction, id, own)));
  }

  private static Optional<Acknowledgement> acknowledge(
      JournaledTransaction transaction, String id, Acknowledgement own) {
    Optional<Document> document = transaction.view().get(CitySchema.NOTIFICATIONS, id);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    StoredNotification stored = StoredNotification.read(document.get());
    if (stored.acknowledgement().isPresent()) {
      return stored.acknowledgement();
    }
    transaction.putAll(List.of(stored.acknowledged(own).write(document.get().version())));
    return Optional.of(own);
  }

  @Override
  public Optional<NotificationStatus> find(String id) {
    return journal
        .read(view -> view.get(CitySchema.NOTIFICATIONS, id))
        .map(document -> StoredNotification.read(document).status());
  }

  @Override
  public Stream<NotificationStatus> listOpen() {
    Query open =
        Query.of(CitySchema.NOTIFICATIONS).where(CitySchema.STATE, StoredNotification.OPEN);
    return PagedStream.of(
        storage,
        open,
        (view, page) ->
            page.documents().stream().map(each -> StoredNotification.read(each).status()).toList());
  }

  @Override
  public List<Dispatch> dispatches(String id) {
    Map<String, Dispatch> byNotice = new HashMap<>();
    // A notice may be settled between the two reads: the second one is then right.
    Stream.of(CitySchema.NOTICES, CitySchema.DISPATCHES)
        .flatMap(collection -> dispatches(collection, id))
        .forEach(each -> byNotice.put(each.notice(), each));
    return byNotice.values().stream().sorted(ORDER).toList();
  }

  private Stream<Dispatch> dispatches(String collection, String id) {
    return PagedStream.of(
        storage,
        Query.of(collection).where(CitySchema.NOTIFICATION, id),
        (view, page) ->
            page.documents().stream()
                .map(each -> StoredNotice.read(collection, each).dispatch())
                .toList());
  }
}
