package io.foodsafety.runtime.internal;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.Moment;
import io.foodsafety.notification.Acknowledgement;
import io.foodsafety.notification.ContactStage;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.NotificationStatus;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Notice.Occasion;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A notification as a document: what was sent, how far it has come, who has acknowledged it.
 *
 * @param notification the notification
 * @param recordedAt when it was stored
 * @param stage the number of the stage that has begun, from 1; 0 if none has
 * @param since when that stage began
 * @param isReminded whether this stage was reminded
 * @param acknowledgement who has acknowledged it, if somebody has
 */
record StoredNotification(
    Notification notification,
    Instant recordedAt,
    int stage,
    Instant since,
    boolean isReminded,
    Optional<Acknowledgement> acknowledgement) {

  static final String OPEN = "open";
  private static final String ACKNOWLEDGED = "acknowledged";

  /** One that nobody has been told of. */
  static StoredNotification of(Notification notification, Instant at) {
    return new StoredNotification(notification, at, 0, at, false, Optional.empty());
  }

  /** What is to be done next, whenever it is due. */
  Optional<NotificationStep> next() {
    if (acknowledgement.isPresent()) {
      return Optional.empty();
    }
    if (stage == 0) {
      return Optional.of(new NotificationStep(1, Occasion.FIRST));
    }
    if (!isReminded && current().remindAfter().isPresent()) {
      return Optional.of(new NotificationStep(stage, Occasion.REMINDER));
    }
    return escalation(stage);
  }

  /** The step from a stage to the one behind it, if there is one. */
  Optional<NotificationStep> escalation(int from) {
    return from < notification.stages().size()
        ? Optional.of(new NotificationStep(from + 1, Occasion.ESCALATION))
        : Optional.empty();
  }

  private ContactStage current() {
    return notification.stages().get(stage - 1);
  }

  /** When the next step is due. */
  Optional<Instant> due() {
    return next()
        .map(
            step ->
                switch (step.occasion()) {
                  case FIRST -> recordedAt;
                  case REMINDER -> since.plus(current().remindAfter().orElseThrow());
                  case ESCALATION -> since.plus(current().escalateAfter().orElseThrow());
                });
  }

  /** After a step was taken. */
  StoredNotification after(NotificationStep step, Instant now) {
    boolean reminds = step.occasion() == Occasion.REMINDER;
    return new StoredNotification(
        notification, recordedAt, step.stage(), reminds ? since : now, reminds, acknowledgement);
  }

  StoredNotification acknowledged(Acknowledgement by) {
    return new StoredNotification(
        notification, recordedAt, stage, since, isReminded, Optional.of(by));
  }

  NotificationStatus status() {
    return new NotificationStatus(
        notification, recordedAt, stage, since, isReminded, due(), acknowledgement);
  }

  /** The write that stores it at the version behind another one; 0 if there is none. */
  DocumentWrite write(long version) {
    return DocumentWrite.replace(
        CitySchema.NOTIFICATIONS, notification.id(), version, body(), index());
  }

  Map<String, List<String>> index() {
    Map<String, List<String>> index = new TreeMap<>();
    index.put(CitySchema.STATE, List.of(acknowledgement.isPresent() ? ACKNOWLEDGED : OPEN));
    due().ifPresent(at -> index.put(CitySchema.DUE, List.of(SortableTime.of(Moment.of(at)))));
    return index;
  }

  private byte[] body() {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("title", words(notification.title()));
    fields.put("text", words(notification.text()));
    notification.about().ifPresent(about -> fields.put("about", subject(about)));
    fields.put("channels", List.copyOf(new TreeSet<>(notification.channels())));
    fields.put(
        "stages", notification.stages().stream().map(StoredNotification::stageFields).toList());
    fields.put(StoredContent.RECORDED_AT, recordedAt.toString());
    fields.put("stage", BigDecimal.valueOf(stage));
    fields.put("since", since.toString());
    fields.put("reminded", isReminded);
    acknowledgement.ifPresent(
        known ->
            fields.put(
                ACKNOWLEDGED,
                Map.of("by", known.by(), "at", known.at().toString(), "note", known.note())));
    return CanonicalJson.write(fields);
  }

  private static Map<String, String> words(LocalText text) {
    return Map.of("zh", text.zh(), "en", text.en());
  }

  private static Map<String, String> subject(SubjectRef subject) {
    return Map.of("type", subject.type().code(), "id", subject.id());
  }

  private static Map<String, @Nullable Object> stageFields(ContactStage stage) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("role", stage.audience().role());
    stage.audience().scope().ifPresent(scope -> fields.put("scope", subject(scope)));
    stage.remindAfter().ifPresent(time -> fields.put("remindAfter", time.toString()));
    stage.escalateAfter().ifPresent(time -> fields.put("escalateAfter", time.toString()));
    return fields;
  }

  /** Reads a document; a StorageException if it is damaged. */
  static StoredNotification read(Document document) {
    return StoredFields.read(
        CitySchema.NOTIFICATIONS, document, fields -> read(document.id(), fields));
  }

  private static StoredNotification read(String id, StoredFields fields) {
    List<ContactStage> stages = new ArrayList<>();
    fields.list("stages").forEach(each -> stages.add(stage(each)));
    Notification notification =
        Notification.of(id, words(fields.part("title")), words(fields.part("text")), stages)
            .through(fields.texts("channels"));
    return new StoredNotification(
        fields
            .findPart("about")
            .map(each -> notification.about(subject(each)))
            .orElse(notification),
        fields.instant(StoredContent.RECORDED_AT),
        fields.integer("stage"),
        fields.instant("since"),
        fields.bool("reminded"),
        fields
            .findPart(ACKNOWLEDGED)
            .map(
                each ->
                    new Acknowledgement(each.text("by"), each.instant("at"), each.text("note"))));
  }

  private static LocalText words(StoredFields fields) {
    return new LocalText(fields.text("zh"), fields.text("en"));
  }

  private static SubjectRef subject(StoredFields fields) {
    SubjectType type =
        SubjectType.find(fields.text("type"))
            .orElseThrow(() -> new IllegalArgumentException("The type is unknown."));
    return SubjectRef.of(type, fields.text("id"));
  }

  private static ContactStage stage(StoredFields fields) {
    Optional<SubjectRef> scope = fields.findPart("scope").map(StoredNotification::subject);
    return new ContactStage(
        new Audience(fields.text("role"), scope),
        fields.findText("remindAfter").map(Duration::parse),
        fields.findText("escalateAfter").map(Duration::parse));
  }
}
