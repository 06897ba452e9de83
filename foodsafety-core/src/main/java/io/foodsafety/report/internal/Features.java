package io.foodsafety.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.ColourClass;
import io.foodsafety.model.report.Legend;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.report.MapBlock.MapPoint;
import io.foodsafety.model.subject.GeoPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes GeoJSON features. */
final class Features {

  private final JsonGenerator json;
  private final CoordinateSystem system;

  Features(JsonGenerator json, CoordinateSystem system) {
    this.json = json;
    this.system = system;
  }

  void area(String block, MapArea area, Legend legend) throws IOException {
    start(block, "area", area.name());
    json.writeStringField("code", area.code());
    colour(area.colourClass(), legend);
    json.writeEndObject();
    json.writeFieldName("geometry");
    if (area.outline().isEmpty()) {
      json.writeNull();
    } else {
      multiPolygon(area.outline());
    }
    json.writeEndObject();
  }

  void point(String block, MapPoint point, Legend legend) throws IOException {
    start(block, "point", point.name());
    colour(Optional.of(point.colourClass()), legend);
    end(Optional.of(point.location()));
  }

  void business(String block, BusinessRow row, Legend legend) throws IOException {
    start(block, "business", row.name());
    json.writeStringField("id", row.id());
    JsonOut.text(json, "division", row.division());
    JsonOut.text(json, "segment", row.segment());
    JsonOut.text(json, "format", row.format());
    JsonOut.text(json, "grade", row.grade());
    JsonOut.number(json, "score", row.score());
    JsonOut.text(json, "nextGrade", row.nextGrade());
    JsonOut.text(json, "nextInspection", row.nextInspection().map(Object::toString));
    colour(Optional.of(row.colourClass()), legend);
    end(row.location());
  }

  private void start(String block, String type, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeStringField("type", type);
    json.writeStringField("block", block);
    json.writeStringField("name", name);
  }

  private void colour(Optional<String> id, Legend legend) throws IOException {
    JsonOut.text(json, "colourClass", id);
    JsonOut.text(json, "colour", id.flatMap(legend::findClass).map(ColourClass::colour));
  }

  private void end(Optional<GeoPoint> place) throws IOException {
    json.writeEndObject();
    json.writeFieldName("geometry");
    if (place.isPresent()) {
      json.writeStartObject();
      json.writeStringField("type", "Point");
      json.writeFieldName("coordinates");
      JsonOut.position(json, place.get(), system);
      json.writeEndObject();
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void multiPolygon(List<Polygon> polygons) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "MultiPolygon");
    json.writeArrayFieldStart("coordinates");
    for (Polygon polygon : polygons) {
      json.writeStartArray();
      ring(polygon.outline(), true);
      for (List<GeoPoint> hole : polygon.holes()) {
        ring(hole, false);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A closed ring; outer ones run against the clock, holes with it. */
  private void ring(List<GeoPoint> corners, boolean againstTheClock) throws IOException {
    List<GeoPoint> ring = new ArrayList<>(corners);
    if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0));
    }
    if (isAgainstTheClock(ring) != againstTheClock) {
      Collections.reverse(ring);
    }
    json.writeStartArray();
    for (GeoPoint corner : ring) {
      JsonOut.position(json, corner, system);
    }
    json.writeEndArray();
  }

  private static boolean isAgainstTheClock(List<GeoPoint> ring) {
    double twiceTheArea = 0;
    for (int i = 1; i < ring.size(); i++) {
      GeoPoint a = ring.get(i - 1);
      GeoPoint b = ring.get(i);
      twiceTheArea += a.longitude() * b.latitude() - b.longitude() * a.latitude();
    }
    return twiceTheArea > 0;
  }
}
