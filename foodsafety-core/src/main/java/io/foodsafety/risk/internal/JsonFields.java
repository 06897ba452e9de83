package io.foodsafety.risk.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Writes fields of one line of JSON. Absent is null, never 0. */
final class JsonFields {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write(JsonFields fields) throws IOException;
  }

  /** An object on one line. */
  static String line(Fields fields) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      fields.write(new JsonFields(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  void texts(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  void number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(String name, Optional<BigDecimal> value) throws IOException {
    json.writeFieldName(name);
    if (value.isEmpty()) {
      json.writeNull();
    } else {
      BigDecimal plain =
          value.get().signum() == 0 ? BigDecimal.ZERO : value.get().stripTrailingZeros();
      json.writeNumber(plain.toPlainString());
    }
  }

  void object(String name, Fields fields) throws IOException {
    json.writeObjectFieldStart(name);
    fields.write(this);
    json.writeEndObject();
  }

  void nothing(String name) throws IOException {
    json.writeNullField(name);
  }

  /** Writes the fields of one item of a list. */
  @FunctionalInterface
  interface ItemFields<T> {
    void write(T item) throws IOException;
  }

  <T> void list(String name, Collection<T> items, ItemFields<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      json.writeStartObject();
      fields.write(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void policy(String name, RiskPolicy policy) throws IOException {
    object(
        name,
        fields -> {
          text("id", policy.id());
          text("version", policy.version());
          text("sha256", policy.sha256());
          text("scale", policy.scale().id());
        });
  }

  /** Status, grade, score and reason of an assessment. */
  void outcome(RiskAssessment assessment, Locale locale) throws IOException {
    text("status", assessment.status().code());
    text("grade", assessment.grade().map(Grade::label));
    number("score", assessment.score());
    text("reason", assessment.reason().map(issue -> issue.code() + " " + issue.message(locale)));
  }

  void effect(Optional<AssessmentLine.Effect> effect) throws IOException {
    if (effect.isEmpty()) {
      nothing("effect");
      return;
    }
    object(
        "effect",
        fields -> {
          text("grade", effect.get().grade().map(Grade::label));
          number("steps", effect.get().steps());
        });
  }
}
