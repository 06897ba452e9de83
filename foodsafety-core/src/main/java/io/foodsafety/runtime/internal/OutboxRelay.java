package io.foodsafety.runtime.internal;

import io.foodsafety.message.MessageIssues;
import io.foodsafety.message.RelayReport;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessagesRefusedException;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.VersionConflictException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sends the messages that the city owes, batch by batch, in the order of their causes. A batch is
 * published, then the position reached is written with what was refused. Whoever is killed between
 * the two leaves messages that are sent again with the same ids. Every write of the position is at
 * the version read: of two processes that are at it at once, one is refused.
 */
final class OutboxRelay {

  private static final int BATCH = 200;

  /** The document that says up to which position of the log messages were sent. */
  private static final String DOCUMENT = "outbox";

  private static final String POSITION = "position";
  private static final String LEASE = "outbox";

  /** How soon another process takes over; two at once send duplicates only. */
  static final Duration LEASE_DURATION = Duration.ofSeconds(10);

  private record Batch(long position, long version, List<LogEntry> entries) {}

  private record Waiting(long position, Message message) {}

  /** What has come of a batch: the messages refused, by position, or why it could not be sent. */
  private record Sent(Map<Long, OutboxEntry> refused, Optional<Issue> problem) {}

  private final Storage storage;
  private final Messaging messaging;
  private final Leasing leasing;

  OutboxRelay(Storage storage, Messaging messaging, Duration leaseDuration) {
    this.storage = storage;
    this.messaging = messaging;
    this.leasing = new Leasing(storage, LEASE, leaseDuration);
  }

  /** Sends what waits, unless another process is at it. */
  RelayReport relay() {
    boolean isDue = storage.read(view -> position(view) < view.lastPosition(CitySchema.OUTBOX));
    return isDue
        ? leasing.run(this::relay).orElse(RelayReport.NONE)
        : new RelayReport(0, 0, true, Optional.empty());
  }

  private RelayReport relay(BooleanSupplier mayGoOn) {
    long sent = 0;
    long refused = 0;
    while (mayGoOn.getAsBoolean()) {
      Batch batch = storage.read(OutboxRelay::next);
      if (batch.entries().isEmpty()) {
        return new RelayReport(sent, refused, true, Optional.empty());
      }
      Sent result = publish(batch);
      if (result.problem().isPresent()) {
        return new RelayReport(sent, refused, false, result.problem());
      }
      if (!write(batch, result.refused())) {
        break;
      }
      sent += batch.entries().size() - result.refused().size();
      refused += result.refused().size();
    }
    return new RelayReport(sent, refused, false, Optional.empty());
  }

  private static Batch next(ReadView view) {
    long position = position(view);
    long version = view.get(CitySchema.PROGRESS, DOCUMENT).map(Document::version).orElse(0L);
    return new Batch(position, version, view.readLog(CitySchema.OUTBOX, position, BATCH));
  }

  private static long position(ReadView view) {
    Optional<Document> document = view.get(CitySchema.PROGRESS, DOCUMENT);
    if (document.isEmpty()) {
      return 0;
    }
    if (CanonicalJson.read(document.get().body()).get(POSITION) instanceof BigDecimal position) {
      return position.longValueExact();
    }
    throw new StorageException(
        "The stored document (%s/%s) cannot be read.".formatted(CitySchema.PROGRESS, DOCUMENT));
  }

  private Sent publish(Batch batch) {
    Map<Topic, List<Waiting>> byTopic = new LinkedHashMap<>();
    for (LogEntry each : batch.entries()) {
      OutboxEntry entry = OutboxEntry.decode(each.body());
      byTopic
          .computeIfAbsent(entry.topic(), any -> new ArrayList<>())
          .add(new Waiting(each.position(), entry.message()));
    }
    Map<Long, OutboxEntry> refused = new LinkedHashMap<>();
    for (Map.Entry<Topic, List<Waiting>> each : byTopic.entrySet()) {
      Optional<Issue> problem = publish(each.getKey(), each.getValue(), refused);
      if (problem.isPresent()) {
        return new Sent(refused, problem);
      }
    }
    return new Sent(refused, Optional.empty());
  }

  /** Publishes to one topic; the one place at which the plug-in may throw what it likes. */
  private Optional<Issue> publish(
      Topic topic, List<Waiting> waiting, Map<Long, OutboxEntry> refused) {
    try {
      messaging.publish(topic, waiting.stream().map(Waiting::message).toList());
    } catch (MessagesRefusedException e) {
      for (Waiting each : waiting) {
        String reason = e.reasons().get(each.message());
        if (reason != null) {
          Message dead = DeadLetter.of(each.message(), reason, 1).toMessage();
          refused.put(each.position(), new OutboxEntry(topic, dead));
        }
      }
    } catch (RuntimeException e) {
      return Optional.of(
          MessageIssues.NOT_SENT
              .at(Location.unknown())
              .with("topic", topic)
              .with("cause", PluginBoundary.describe(e))
              .build());
    }
    return Optional.empty();
  }

  /** Writes the position reached; whether nobody else has done so since. */
  private boolean write(Batch batch, Map<Long, OutboxEntry> refused) {
    long last = batch.entries().get(batch.entries().size() - 1).position();
    byte[] body = CanonicalJson.write(Map.of(POSITION, BigDecimal.valueOf(last)));
    List<DocumentWrite> writes = new ArrayList<>();
    writes.add(
        DocumentWrite.replace(CitySchema.PROGRESS, DOCUMENT, batch.version(), body, Map.of()));
    refused.forEach(
        (position, entry) ->
            writes.add(
                DocumentWrite.insert(
                    CitySchema.UNSENT, "%019d".formatted(position), entry.encode(), Map.of())));
    try {
      return storage.write(
          transaction -> {
            transaction.putAll(writes);
            return true;
          });
    } catch (VersionConflictException e) { // another process is at it, and has come as far
      return false;
    }
  }
}
