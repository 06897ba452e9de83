package io.foodsafety.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.DueItem;
import io.foodsafety.model.report.Evidence;
import io.foodsafety.model.report.PastGrade;
import io.foodsafety.model.report.ReasonLine;
import java.io.IOException;

/** Writes businesses with their reasons, history and what is due as JSON. */
final class JsonBusinesses {

  private final JsonGenerator json;
  private final CoordinateSystem system;

  JsonBusinesses(JsonGenerator json, CoordinateSystem system) {
    this.json = json;
    this.system = system;
  }

  void write(BusinessRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", row.id());
    json.writeStringField("name", row.name());
    JsonOut.text(json, "division", row.division());
    JsonOut.text(json, "segment", row.segment());
    JsonOut.text(json, "format", row.format());
    JsonOut.text(json, "grade", row.grade());
    JsonOut.number(json, "score", row.score());
    json.writeStringField("colourClass", row.colourClass());
    JsonOut.text(json, "nextGrade", row.nextGrade());
    JsonOut.text(json, "nextInspection", row.nextInspection().map(Object::toString));
    JsonOut.text(json, "remark", row.remark());
    json.writeFieldName("position");
    if (row.location().isPresent()) {
      JsonOut.position(json, row.location().get(), system);
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("lines");
    for (ReasonLine line : row.lines()) {
      line(line);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("history");
    for (PastGrade past : row.history()) {
      past(past);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("due");
    for (DueItem item : row.due()) {
      json.writeStartObject();
      json.writeStringField("title", item.title());
      json.writeStringField("date", item.date().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void line(ReasonLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("item", line.item());
    json.writeStringField("title", line.title());
    json.writeStringField("state", line.state().code());
    JsonOut.number(json, "points", line.points());
    JsonOut.text(json, "value", line.value());
    JsonOut.text(json, "effect", line.effect());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : line.evidence()) {
      json.writeStartObject();
      json.writeStringField("id", evidence.id());
      JsonOut.text(json, "text", evidence.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonOut.text(json, "basis", line.basis());
    json.writeEndObject();
  }

  private void past(PastGrade past) throws IOException {
    json.writeStartObject();
    json.writeStringField("date", past.date().toString());
    JsonOut.text(json, "grade", past.grade());
    JsonOut.number(json, "score", past.score());
    json.writeStringField("colourClass", past.colourClass());
    json.writeEndObject();
  }
}
