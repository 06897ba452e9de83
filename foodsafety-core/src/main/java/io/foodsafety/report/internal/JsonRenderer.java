package io.foodsafety.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.Report;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a whole report as JSON, row by row. */
public final class JsonRenderer implements ReportRenderer {

  /** The version of what is written; it changes when a key changes its meaning. */
  private static final int VERSION = 1;

  /** A renderer. */
  public JsonRenderer() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String fileExtension() {
    return "json";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(Settings.CRS);
  }

  @Override
  public void render(Report report, Config config, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonOut.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("id", report.id());
      json.writeStringField("title", report.title());
      json.writeStringField("language", report.locale().toLanguageTag());
      json.writeStringField("generatedAt", report.generatedAt().toString());
      json.writeStringField("zone", report.zone().getId());
      json.writeStringField("coordinateSystem", config.get(Settings.CRS).code());
      json.writeArrayFieldStart("notes");
      for (String note : report.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("blocks");
      JsonBlocks blocks = new JsonBlocks(json, config.get(Settings.CRS));
      for (Block block : report.blocks()) {
        blocks.write(block);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
