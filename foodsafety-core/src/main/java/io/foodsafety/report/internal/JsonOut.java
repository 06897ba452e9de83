package io.foodsafety.report.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Coordinates;
import io.foodsafety.model.subject.GeoPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Writes JSON with plain decimals, in which what is not known is null. */
final class JsonOut {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // What was broken off must not look complete.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  /** A tenth of a metre. */
  private static final int DECIMALS = 6;

  private JsonOut() {}

  /** A generator that leaves the stream open. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /** A text, or null if it is empty. */
  static void text(JsonGenerator json, String name, String value) throws IOException {
    text(json, name, Optional.of(value).filter(each -> !each.isEmpty()));
  }

  static void number(JsonGenerator json, String name, Optional<BigDecimal> value)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(value.get());
    } else {
      json.writeNull();
    }
  }

  /** A position as GeoJSON has it: an array of longitude and latitude. */
  static void position(JsonGenerator json, GeoPoint place, CoordinateSystem system)
      throws IOException {
    Coordinates position = Coordinates.of(place).to(system);
    json.writeStartArray();
    json.writeNumber(degrees(position.longitude()));
    json.writeNumber(degrees(position.latitude()));
    json.writeEndArray();
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
