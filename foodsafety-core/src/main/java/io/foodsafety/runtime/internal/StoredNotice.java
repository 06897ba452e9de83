package io.foodsafety.runtime.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.model.time.Moment;
import io.foodsafety.notification.Dispatch;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.notification.Notice.Occasion;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A notice as a document: in the collection of those that wait, then in that of those that are
 * settled. Neither holds an address or a text. Its id is made from what it is, so that the same
 * notice has the same id whoever makes it.
 *
 * @param notification the id of the notification
 * @param dispatch what has become of it
 */
record StoredNotice(String notification, Dispatch dispatch) {

  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  /** So often it is tried: for about two days. */
  static final int MAX_ATTEMPTS = 54;

  /** A notice that is due at once. */
  static StoredNotice of(
      String notification, NotificationStep step, String recipient, String channel, Instant now) {
    Map<String, String> key =
        Map.of(
            "notification",
            notification,
            "stage",
            Integer.toString(step.stage()),
            "occasion",
            code(step.occasion()),
            "recipient",
            recipient,
            "channel",
            channel);
    String id = Hashing.sha256().hashBytes(CanonicalJson.write(key)).toString();
    return new StoredNotice(
        notification,
        new Dispatch(
            id,
            recipient,
            channel,
            step.stage(),
            step.occasion(),
            Dispatch.State.WAITING,
            0,
            now,
            ""));
  }

  /** Delivered, or not to be tried any more. */
  StoredNotice settled(Dispatch.State state, int attempts, Instant now, String reason) {
    return with(state, attempts, now, reason);
  }

  /** After an attempt that failed: tried again after 1, 2, 4 and so on minutes, up to an hour. */
  StoredNotice failed(Instant now, String reason) {
    int attempts = dispatch.attempts() + 1;
    if (attempts >= MAX_ATTEMPTS) {
      return with(Dispatch.State.GIVEN_UP, attempts, now, reason);
    }
    Duration delay = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
    Instant next = now.plus(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    return with(Dispatch.State.WAITING, attempts, next, reason);
  }

  private StoredNotice with(Dispatch.State state, int attempts, Instant at, String reason) {
    return new StoredNotice(
        notification,
        new Dispatch(
            dispatch.notice(),
            dispatch.recipient(),
            dispatch.channel(),
            dispatch.stage(),
            dispatch.occasion(),
            state,
            attempts,
            at,
            reason));
  }

  boolean isWaiting() {
    return dispatch.state() == Dispatch.State.WAITING;
  }

  /** The index values of one that waits. */
  Map<String, List<String>> waitingIndex() {
    return Map.of(
        CitySchema.NOTIFICATION,
        List.of(notification),
        CitySchema.DUE,
        List.of(SortableTime.of(Moment.of(dispatch.at()))));
  }

  /** The index values of one that is settled. */
  Map<String, List<String>> settledIndex() {
    return Map.of(CitySchema.NOTIFICATION, List.of(notification));
  }

  /** The write that lets it wait, in the place of what is stored at a version. */
  DocumentWrite waiting(long version) {
    return DocumentWrite.replace(
        CitySchema.NOTICES, dispatch.notice(), version, body(), waitingIndex());
  }

  /** The write that says what has become of it for good. */
  DocumentWrite settled() {
    return DocumentWrite.insert(CitySchema.DISPATCHES, dispatch.notice(), body(), settledIndex());
  }

  private byte[] body() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("notification", notification);
    fields.put("recipient", dispatch.recipient());
    fields.put("channel", dispatch.channel());
    fields.put("stage", BigDecimal.valueOf(dispatch.stage()));
    fields.put("occasion", code(dispatch.occasion()));
    fields.put("state", code(dispatch.state()));
    fields.put("attempts", BigDecimal.valueOf(dispatch.attempts()));
    fields.put("at", dispatch.at().toString());
    fields.put("reason", dispatch.reason());
    return CanonicalJson.write(fields);
  }

  /** Reads a document; a StorageException if it is damaged. */
  static StoredNotice read(String collection, Document document) {
    return StoredFields.read(collection, document, fields -> read(document.id(), fields));
  }

  private static StoredNotice read(String id, StoredFields fields) {
    return new StoredNotice(
        fields.text("notification"),
        new Dispatch(
            id,
            fields.text("recipient"),
            fields.text("channel"),
            fields.integer("stage"),
            Occasion.valueOf(fields.text("occasion").toUpperCase(Locale.ROOT)),
            Dispatch.State.valueOf(fields.text("state").toUpperCase(Locale.ROOT)),
            fields.integer("attempts"),
            fields.instant("at"),
            fields.text("reason")));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
