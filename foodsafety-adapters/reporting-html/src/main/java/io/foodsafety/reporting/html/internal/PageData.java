package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.Label;
import io.foodsafety.model.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The main data of the page: everything but the details of single businesses. */
final class PageData {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Report report;
  private final UiTexts texts;
  private final BusinessColumns columns;

  PageData(Report report, UiTexts texts, BusinessColumns columns) {
    this.report = report;
    this.texts = texts;
    this.columns = columns;
  }

  void write(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("language", report.locale().toLanguageTag());
      json.writeStringField("title", report.title());
      ZonedDateTime made = report.generatedAt().atZone(report.zone());
      json.writeStringField("generatedAt", MINUTES.format(made) + " " + report.zone().getId());
      json.writeNumberField("today", made.toLocalDate().toEpochDay());
      json.writeArrayFieldStart("notes");
      for (String note : report.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("texts");
      for (Map.Entry<String, String> text : texts.all().entrySet()) {
        json.writeStringField(text.getKey(), text.getValue());
      }
      json.writeEndObject();
      blocks(json);
      json.writeEndObject();
    }
  }

  private void blocks(JsonGenerator json) throws IOException {
    BlockData data = new BlockData(json);
    json.writeArrayFieldStart("blocks");
    for (Block block : report.blocks()) {
      data.write(block);
    }
    json.writeEndArray();
    for (Block block : report.blocks()) {
      if (block instanceof BusinessBlock businesses) {
        businesses(json, data, businesses);
      }
    }
  }

  private void businesses(JsonGenerator json, BlockData data, BusinessBlock block)
      throws IOException {
    json.writeObjectFieldStart("businesses");
    json.writeStringField("title", block.title());
    json.writeNumberField("chunk", DetailChunks.SIZE);
    json.writeNumberField("worse", block.scale().better() == GradeScale.Better.LOWER ? 1 : -1);
    json.writeArrayFieldStart("scale");
    for (String label : block.scale().labels()) {
      json.writeString(label);
    }
    json.writeEndArray();
    data.legend(block.legend());
    data.areas("districts", block.divisions(), block.legend());
    json.writeArrayFieldStart("segments");
    for (Label segment : block.segments()) {
      json.writeStartObject();
      json.writeStringField("code", segment.code());
      json.writeStringField("text", segment.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    columns.write(json);
    json.writeEndObject();
  }
}
