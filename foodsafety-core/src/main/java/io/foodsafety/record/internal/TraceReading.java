package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.record.Decoded;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a record of a trace event. Each kind asks for its fields, all of them before anything is
 * made of them; the fields that were not asked for are refused.
 */
final class TraceReading {

  /** What is added to the id of an event that turned out to be wrong, for the id of its void. */
  private static final String ERROR_SUFFIX = "!error";

  private static final int MAX_ID_OF_ERROR = 250;

  private final Moments moments;
  private final Faults faults;

  TraceReading(Moments moments) {
    this.moments = moments;
    this.faults = moments.faults();
  }

  Decoded read(DataRecord record) {
    TraceFields fields = new TraceFields(new FieldReader(record.fields(), "", faults), moments);
    Optional<TraceWord> word = fields.word("event", TraceWord::find, TraceWord.codes());
    Head head = new Head(fields.id("id"), fields.time("at"));
    Optional<Instant> recordedAt = Optional.ofNullable(fields.instant("recordedAt"));
    Optional<Supplier<TraceEvent>> event = word.map(kind -> read(kind, head, fields));
    // Of an event of no known kind nobody can say which fields it has.
    event.ifPresent(any -> fields.refuseOthers());
    return faults.isEmpty()
        ? new Decoded.TraceRecord(event.orElseThrow().get(), recordedAt)
        : new Decoded.Rejected(faults.sorted());
  }

  /** What all kinds have. */
  private record Head(String id, Optional<EventTime> at) {}

  private static Supplier<TraceEvent> read(TraceWord word, Head head, TraceFields fields) {
    Supplier<TraceEvent> event = readAs(word, head, fields);
    return word == TraceWord.VOID
        ? event
        : fields
            .object("errorDeclaration")
            .map(declaration -> error(head, fields, declaration))
            .orElse(event);
  }

  private static Supplier<TraceEvent> readAs(TraceWord word, Head head, TraceFields fields) {
    return switch (word) {
      case CREATE -> create(head, fields);
      case TRANSFER -> transfer(head, fields);
      case SHIP -> ship(head, fields);
      case RECEIVE -> receive(head, fields);
      case TRANSFORM -> transform(head, fields);
      case PACK -> pack(head, fields);
      case UNPACK -> unpack(head, fields);
      case REMOVE -> remove(head, fields);
      case OBSERVE -> observe(head, fields);
      case VOID -> voiding(head, fields);
    };
  }

  private static Supplier<TraceEvent> create(Head head, TraceFields fields) {
    String party = fields.id("party");
    List<TraceItem> outputs = new TraceItemReader(fields).items("outputs");
    return () -> new TraceEvent.Create(head.id, head.at, party, outputs);
  }

  private static Supplier<TraceEvent> transfer(Head head, TraceFields fields) {
    Optional<EventTime> receivedAt = fields.time("receivedAt");
    String from = fields.id("from");
    String to = fields.id("to");
    Optional<String> document = fields.optionalId("document");
    List<TraceItem> items = new TraceItemReader(fields).items("items");
    return () -> new TraceEvent.Transfer(head.id, head.at, receivedAt, from, to, document, items);
  }

  private static Supplier<TraceEvent> ship(Head head, TraceFields fields) {
    String from = fields.id("from");
    Optional<String> to = fields.optionalId("to");
    Optional<String> document = fields.optionalId("document");
    List<TraceItem> items = new TraceItemReader(fields).items("items");
    return () -> new TraceEvent.Ship(head.id, head.at, from, to, document, items);
  }

  private static Supplier<TraceEvent> receive(Head head, TraceFields fields) {
    Optional<String> from = fields.optionalId("from");
    String to = fields.id("to");
    Optional<String> document = fields.optionalId("document");
    List<TraceItem> items = new TraceItemReader(fields).items("items");
    return () -> new TraceEvent.Receive(head.id, head.at, from, to, document, items);
  }

  /** A part of a process may have inputs alone, or outputs. */
  private static Supplier<TraceEvent> transform(Head head, TraceFields fields) {
    TraceItemReader items = new TraceItemReader(fields);
    String party = fields.id("party");
    Optional<String> process = fields.optionalId("process");
    boolean isPart = fields.has("process");
    List<TraceItem> inputs = isPart ? items.optionalItems("inputs") : items.items("inputs");
    List<TraceItem> outputs =
        isPart && !inputs.isEmpty() ? items.optionalItems("outputs") : items.items("outputs");
    return () -> new TraceEvent.Transform(head.id, head.at, party, inputs, outputs, process);
  }

  private static Supplier<TraceEvent> pack(Head head, TraceFields fields) {
    String party = fields.id("party");
    String container = fields.id("container");
    List<TraceItem> items = new TraceItemReader(fields).items("items");
    return () -> new TraceEvent.Pack(head.id, head.at, party, container, items);
  }

  private static Supplier<TraceEvent> unpack(Head head, TraceFields fields) {
    String party = fields.id("party");
    String container = fields.id("container");
    List<TraceItem> items = new TraceItemReader(fields).optionalItems("items");
    return () -> new TraceEvent.Unpack(head.id, head.at, party, container, items);
  }

  private static Supplier<TraceEvent> remove(Head head, TraceFields fields) {
    String party = fields.id("party");
    Optional<RemovalReason> reason =
        fields.word(
            "reason",
            RemovalReason::find,
            Arrays.stream(RemovalReason.values()).map(RemovalReason::code).toList());
    List<TraceItem> items = new TraceItemReader(fields).items("items");
    return () -> new TraceEvent.Remove(head.id, head.at, party, reason.orElseThrow(), items);
  }

  private static Supplier<TraceEvent> observe(Head head, TraceFields fields) {
    String party = fields.id("party");
    List<TraceItem> items = new TraceItemReader(fields).items("items");
    Map<String, AttributeValue> attributes = new ObservedAttributes(fields).read("attributes");
    return () -> new TraceEvent.Observe(head.id, head.at, party, items, attributes);
  }

  private static Supplier<TraceEvent> voiding(Head head, TraceFields fields) {
    String target = fields.id("target");
    String reason = fields.line("reason");
    if (target.equals(head.id) && !fields.faults().cover(fields.path("target"))) {
      fields.malformed("target", target, Form.IDENTIFIER, "it must not be the void's own id");
    }
    return () -> new TraceEvent.Voiding(head.id, head.at, target, reason);
  }

  /** The event was wrong: it becomes the void of itself. */
  private static Supplier<TraceEvent> error(
      Head head, TraceFields fields, TraceFields declaration) {
    String id = head.id + ERROR_SUFFIX;
    Optional<EventTime> at = declaration.time("at");
    String reason = declaration.line("reason");
    declaration.refuseOthers();
    boolean isTooLong = head.id.codePointCount(0, head.id.length()) > MAX_ID_OF_ERROR;
    if (isTooLong && !fields.faults().cover(fields.path("id"))) {
      fields.malformed(
          "id",
          head.id,
          Form.IDENTIFIER,
          "with an error declaration it must have at most " + MAX_ID_OF_ERROR + " characters");
    }
    return () -> new TraceEvent.Voiding(id, at, head.id, reason);
  }
}
