package io.foodsafety.risk.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Writes an assessment as JSON. Absent is null, never 0. */
public final class AssessmentJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final Locale locale;

  private AssessmentJson(JsonGenerator json, Locale locale) {
    this.json = json;
    this.locale = locale;
  }

  /** One line without a line break. */
  public static String write(RiskAssessment assessment, Locale locale) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      new AssessmentJson(json, locale).assessment(assessment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private void assessment(RiskAssessment assessment) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", assessment.subject());
    json.writeStringField("asOf", assessment.asOf().moment().toString());
    text("fact", assessment.asOf().fact().map(fact -> fact.id()));
    policy(assessment.policy());
    json.writeStringField("scale", assessment.policy().scale().id());
    json.writeStringField("status", assessment.status().code());
    number("score", assessment.score());
    number("partialScore", assessment.partialScore());
    text("grade", assessment.grade().map(Grade::label));
    text("nextGrade", assessment.nextGrade().map(Grade::label));
    reason(assessment.reason());
    json.writeArrayFieldStart("lines");
    for (AssessmentLine line : assessment.lines()) {
      line(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void policy(RiskPolicy policy) throws IOException {
    json.writeObjectFieldStart("policy");
    json.writeStringField("id", policy.id());
    json.writeStringField("version", policy.version());
    json.writeStringField("sha256", policy.sha256());
    json.writeEndObject();
  }

  private void line(AssessmentLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("item", line.item());
    json.writeStringField("section", line.section().code());
    json.writeStringField("state", line.state().code());
    json.writeFieldName("value");
    value(line.value());
    number("points", line.points());
    effect(line.effect());
    json.writeArrayFieldStart("evidence");
    for (String fact : line.evidence()) {
      json.writeString(fact);
    }
    json.writeEndArray();
    reason(line.reason());
    json.writeStringField("basis", line.basis());
    json.writeEndObject();
  }

  private void effect(Optional<AssessmentLine.Effect> effect) throws IOException {
    if (effect.isEmpty()) {
      json.writeNullField("effect");
      return;
    }
    json.writeObjectFieldStart("effect");
    text("grade", effect.get().grade().map(Grade::label));
    json.writeNumberField("steps", effect.get().steps());
    json.writeEndObject();
  }

  private void reason(Optional<Issue> reason) throws IOException {
    text("reason", reason.map(issue -> issue.code() + " " + issue.message(locale)));
  }

  private void value(Optional<Value> optional) throws IOException {
    if (optional.isEmpty()) {
      json.writeNull();
      return;
    }
    Value value = optional.get();
    if (value instanceof Value.Num num) {
      json.writeNumber(num.value().toPlainString());
    } else if (value instanceof Value.Bool bool) {
      json.writeBoolean(bool.value());
    } else if (value instanceof Value.Text text) {
      json.writeString(text.value());
    } else if (value instanceof Value.Day day) {
      json.writeString(day.value().toString());
    } else if (value instanceof Value.Words words) {
      json.writeStartArray();
      for (String word : words.value()) {
        json.writeString(word);
      }
      json.writeEndArray();
    } else {
      json.writeNull();
    }
  }

  private void text(String name, Optional<String> value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  private void number(String name, Optional<BigDecimal> value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      BigDecimal plain =
          value.get().signum() == 0 ? BigDecimal.ZERO : value.get().stripTrailingZeros();
      json.writeNumber(plain.toPlainString());
    } else {
      json.writeNull();
    }
  }
}
