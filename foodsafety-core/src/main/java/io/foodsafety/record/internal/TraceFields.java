package io.foodsafety.record.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.record.RecordIssues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object of a trace event, and remembers which were asked for: whatever
 * else the object has does not belong there. In place of what is missing or wrong stands something
 * that is neither, for of a record with faults no event is made.
 */
final class TraceFields {

  private static final String NONE = "?";

  private final FieldReader fields;
  private final Moments moments;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  TraceFields(FieldReader fields, Moments moments) {
    this.fields = fields;
    this.moments = moments;
    this.faults = moments.faults();
  }

  String path(String name) {
    return fields.path(name);
  }

  Faults faults() {
    return faults;
  }

  /** Notes a fault for each field that nobody asked for. */
  void refuseOthers() {
    fields.refuseAllBut(asked);
  }

  boolean has(String name) {
    asked.add(name);
    return fields.any(name) != null;
  }

  String id(String name) {
    return required(name, optionalId(name));
  }

  Optional<String> optionalId(String name) {
    return formed(name, Form.IDENTIFIER);
  }

  /** One line of text. */
  String line(String name) {
    return required(name, formed(name, Form.LINE));
  }

  Optional<EventTime> time(String name) {
    Optional<EventTime> time = formed(name, Form.EVENT_TIME).map(IsoText::eventTime);
    time.ifPresent(read -> moments.checkPast(read, path(name)));
    return time;
  }

  @Nullable Instant instant(String name) {
    return formed(name, Form.INSTANT)
        .map(text -> moments.pastInstant(text, path(name)))
        .orElse(null);
  }

  /** The value of a word; nothing if it is missing or unknown. */
  <T> Optional<T> word(String name, Function<String, Optional<T>> find, Collection<String> known) {
    Optional<String> text = text(name);
    Optional<T> value = text.flatMap(find);
    if (text.isPresent() && value.isEmpty()) {
      faults.add(
          faults
              .at(path(name), RecordIssues.UNKNOWN_WORD)
              .with("field", path(name))
              .with("value", text.get())
              .with("nearest", NearestNames.of(text.get(), known)));
    }
    if (!has(name)) {
      missing(name);
    }
    return value;
  }

  /** A text of a form; nothing if it is missing or malformed. */
  Optional<String> formed(String name, Form form) {
    return text(name).filter(text -> isFormed(name, text, form));
  }

  private boolean isFormed(String name, String text, Form form) {
    if (form.isPersonal() && text.codePointCount(0, text.length()) > Limits.MAX_TEXT) {
      faults.add(
          faults
              .at(path(name), RecordIssues.TEXT_TOO_LONG)
              .with("field", path(name))
              .with("limit", Limits.MAX_TEXT));
      return false;
    }
    Optional<String> fault = form.findFault(text);
    fault.ifPresent(phrase -> malformed(name, text, form, phrase));
    return fault.isEmpty();
  }

  /** Notes what is wrong with a text. */
  void malformed(String name, String text, Form form, String phrase) {
    faults.add(DraftValidation.malformed(form, text, phrase, path(name), faults));
  }

  Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.text(name));
  }

  Optional<List<?>> list(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.list(name));
  }

  Optional<Map<?, ?>> map(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.map(name));
  }

  /** The object in a field, if there is one. */
  Optional<TraceFields> object(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.object(name)).map(read -> new TraceFields(read, moments));
  }

  /** The object in a list; nothing but a fault if it is something else. */
  Optional<TraceFields> element(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      return Optional.of(new TraceFields(new FieldReader(map, path, faults), moments));
    }
    faults.add(FieldReader.wrongType("object", value, path, faults));
    return Optional.empty();
  }

  Optional<BigDecimal> number(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.number(name));
  }

  void missing(String name) {
    faults.add(faults.at(path(name), RecordIssues.MISSING_FIELD).with("field", path(name)));
  }

  private String required(String name, Optional<String> value) {
    if (!has(name)) {
      missing(name);
    }
    return value.orElse(NONE);
  }
}
