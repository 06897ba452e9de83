package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.ChangeListener;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.message.EventType;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.storage.DocumentWrite;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a message for each stored document that the city is to tell others of, in the transaction
 * of the document. The id of a message is the name and version of the document. Safe for use by
 * many threads.
 */
final class CityEvents implements ChangeListener {

  private static final String JSON = "application/json";

  private static final Map<String, EventType> TYPES =
      Map.of(
          CitySchema.FACTS,
          EventType.FACT_RECORDED,
          CitySchema.WITHDRAWALS,
          EventType.FACT_WITHDRAWN,
          CitySchema.SUBJECTS,
          EventType.SUBJECT_CHANGED,
          CitySchema.TRACE_EVENTS,
          EventType.TRACE_CAPTURED);

  private final Publishing publishing;
  private final String source;

  CityEvents(Publishing publishing) {
    this.publishing = publishing;
    this.source = "/foodsafety/" + publishing.topic();
  }

  /** What is to be told; listens to nothing if that is nothing. */
  static ChangeListener of(Optional<Publishing> publishing) {
    return publishing.<ChangeListener>map(CityEvents::new).orElse(ChangeListener.NONE);
  }

  @Override
  public void stored(DocumentWrite write, Instant at, JournaledTransaction transaction) {
    EventType type = TYPES.get(write.collection());
    if (type != null && publishing.types().contains(type)) {
      transaction.announce(
          CitySchema.OUTBOX,
          new OutboxEntry(publishing.topic(), message(write, type, at)).encode());
    }
  }

  private Message message(DocumentWrite write, EventType type, Instant at) {
    String id = "%s/%s@%d".formatted(write.collection(), write.id(), write.expectedVersion() + 1);
    Message.Builder message =
        Message.builder(id, source, type.name(), key(write), at).data(JSON, data(write));
    write.values(CitySchema.KIND).forEach(kind -> message.attribute("kind", kind));
    return message.build();
  }

  /** What a document is about: facts, withdrawals and changes of one business have one key. */
  private static String key(DocumentWrite write) {
    return switch (write.collection()) {
      case CitySchema.FACTS, CitySchema.WITHDRAWALS -> write.values(CitySchema.CONCERNS).get(0);
      case CitySchema.SUBJECTS -> SubjectRef.business(write.id()).toString();
      default ->
          write.values(CitySchema.PARTY).stream()
              .findFirst()
              .map(party -> SubjectRef.business(party).toString())
              .orElse(write.id());
    };
  }

  private static byte[] data(DocumentWrite write) {
    return Objects.equals(write.collection(), CitySchema.SUBJECTS)
        ? CanonicalJson.write(Map.of("id", write.id()))
        : write.body();
  }
}
