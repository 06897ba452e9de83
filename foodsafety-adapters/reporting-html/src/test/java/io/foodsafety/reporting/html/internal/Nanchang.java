package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Coordinates;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.testkit.report.District;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The districts of a real city, from the folder that the system property {@code foodsafety.data}
 * names: seats of districts, and outlines, which are older than the newest district and in GCJ-02.
 */
final class Nanchang {

  private static final Path DATA = Path.of(System.getProperty("foodsafety.data", "none"));
  private static final Path OUTLINES = DATA.resolve("divisions/outlines/nanchang.geojson");
  private static final Path SEATS = DATA.resolve("base/seats.csv");

  private Nanchang() {}

  static boolean isThere() {
    return Files.exists(OUTLINES) && Files.exists(SEATS);
  }

  static List<District> districts() throws IOException {
    Map<String, List<Polygon>> outlines = new HashMap<>();
    for (JsonNode feature : new ObjectMapper().readTree(OUTLINES.toFile()).path("features")) {
      outlines.put(
          feature.path("properties").path("name").asText(), polygons(feature.path("geometry")));
    }
    List<District> districts = new ArrayList<>();
    for (String line : Files.readAllLines(SEATS)) {
      String[] cells = line.split(",", 7);
      if (cells[0].matches("3601\\d\\d") && cells[2].equals("county seat")) {
        districts.add(
            new District(
                MapArea.of(cells[0], cells[1], outlines.getOrDefault(cells[1], List.of())),
                GeoPoint.of(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]))));
      }
    }
    return districts;
  }

  private static List<Polygon> polygons(JsonNode geometry) {
    List<Polygon> polygons = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      polygons.add(polygon(geometry.path("coordinates")));
    } else {
      geometry.path("coordinates").forEach(rings -> polygons.add(polygon(rings)));
    }
    return polygons;
  }

  private static Polygon polygon(JsonNode rings) {
    List<List<GeoPoint>> all = new ArrayList<>();
    rings.forEach(ring -> all.add(ring(ring)));
    return Polygon.of(all.get(0), all.subList(1, all.size()));
  }

  private static List<GeoPoint> ring(JsonNode ring) {
    List<GeoPoint> corners = new ArrayList<>();
    ring.forEach(
        position ->
            corners.add(
                Coordinates.of(
                        CoordinateSystem.GCJ02,
                        position.get(1).asDouble(),
                        position.get(0).asDouble())
                    .toGeoPoint()));
    return corners;
  }
}
