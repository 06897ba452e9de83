package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.DueItem;
import io.foodsafety.model.report.Evidence;
import io.foodsafety.model.report.PastGrade;
import io.foodsafety.model.report.ReasonLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reasons, history and what is due, in elements of some hundred businesses each. The page unpacks
 * one of them when a business in it is opened.
 */
final class DetailChunks {

  /** Businesses in one element. */
  static final int SIZE = 256;

  private record Template(int item, int title, int basis) {}

  private final OutputStream page;
  private final List<BusinessRow> waiting = new ArrayList<>();
  private int written;

  DetailChunks(OutputStream page) {
    this.page = page;
  }

  void add(BusinessRow row, Function<String, Integer> types) throws IOException {
    waiting.add(row);
    this.types = types;
    if (waiting.size() == SIZE) {
      flush();
    }
  }

  private Function<String, Integer> types = id -> -1;

  void end() throws IOException {
    if (!waiting.isEmpty()) {
      flush();
    }
  }

  private void flush() throws IOException {
    try (Packed out = new Packed(page, "d" + written);
        JsonGenerator json = Json.generator(out)) {
      Texts texts = new Texts();
      Map<Template, Integer> templates = new LinkedHashMap<>();
      json.writeStartObject();
      json.writeArrayFieldStart("b");
      for (BusinessRow row : waiting) {
        row(json, row, texts, templates);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("t");
      for (Template template : templates.keySet()) {
        json.writeArray(new int[] {template.item(), template.title(), template.basis()}, 0, 3);
      }
      json.writeEndArray();
      texts.write(json, "s");
      json.writeEndObject();
    }
    waiting.clear();
    written++;
  }

  private void row(
      JsonGenerator json, BusinessRow row, Texts texts, Map<Template, Integer> templates)
      throws IOException {
    json.writeStartArray();
    json.writeNumber(texts.number(row.remark()));
    json.writeNumber(texts.number(row.nextGrade().orElse("")));
    json.writeStartArray();
    for (ReasonLine line : row.lines()) {
      line(json, line, texts, templates);
    }
    json.writeEndArray();
    json.writeStartArray();
    for (PastGrade past : row.history()) {
      json.writeStartArray();
      json.writeNumber(past.date().toEpochDay());
      json.writeNumber(texts.number(past.grade().orElse("")));
      Json.number(json, past.score());
      json.writeNumber(types.apply(past.colourClass()));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStartArray();
    for (DueItem item : row.due()) {
      json.writeStartArray();
      json.writeNumber(texts.number(item.title()));
      json.writeNumber(item.date().toEpochDay());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private static void line(
      JsonGenerator json, ReasonLine line, Texts texts, Map<Template, Integer> templates)
      throws IOException {
    Template template =
        new Template(
            texts.number(line.item()), texts.number(line.title()), texts.number(line.basis()));
    json.writeStartArray();
    json.writeNumber(templates.computeIfAbsent(template, any -> templates.size()));
    json.writeNumber(
        switch (line.state()) {
          case SCORED -> 0;
          case MISSING -> 1;
          case NOT_APPLICABLE -> 2;
        });
    Json.number(json, line.points());
    json.writeNumber(texts.number(line.value()));
    json.writeNumber(texts.number(line.effect()));
    json.writeStartArray();
    for (Evidence evidence : line.evidence()) {
      json.writeStartArray();
      json.writeString(evidence.id());
      json.writeNumber(texts.number(evidence.text()));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }
}
