package io.foodsafety.region.nanchang;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes {@code outlines.geojson} of the pack from the outlines of the source: borders are cut where
 * districts meet, every piece is simplified once (Douglas and Peucker) so that neighbours keep
 * sharing it, and what is left is moved from GCJ-02 to WGS-84.
 */
final class SimplifiedOutlines {

  /** About 130 m; the grid of the source has 100 m. */
  private static final double TOLERANCE = 0.0012;

  private final Set<String> leftOut;
  private final Map<Spot, Set<String>> owners = new HashMap<>();
  private final Set<Spot> nodes = new HashSet<>();

  private SimplifiedOutlines(Set<String> leftOut) {
    this.leftOut = leftOut;
  }

  private record District(String code, String name, List<List<Spot>> rings) {}

  /** The document of the pack. */
  static String of(Path source, Set<String> leftOut) throws IOException {
    return new SimplifiedOutlines(leftOut).simplify(new ObjectMapper().readTree(source.toFile()));
  }

  private String simplify(JsonNode document) {
    List<District> districts = new ArrayList<>();
    for (JsonNode feature : document.get("features")) {
      if (!leftOut.contains(feature.get("id").asText())) {
        districts.add(district(feature));
      }
    }
    for (District district : districts) {
      for (List<Spot> ring : district.rings()) {
        ring.forEach(
            spot -> owners.computeIfAbsent(spot, s -> new TreeSet<>()).add(district.code()));
      }
    }
    districts.forEach(district -> district.rings().forEach(this::addNodes));
    List<String> features = districts.stream().map(this::feature).toList();
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }

  private static District district(JsonNode feature) {
    List<JsonNode> polygons = new ArrayList<>();
    JsonNode coordinates = feature.get("geometry").get("coordinates");
    if (feature.get("geometry").get("type").asText().equals("Polygon")) {
      polygons.add(coordinates);
    } else {
      coordinates.forEach(polygons::add);
    }
    List<List<Spot>> rings = new ArrayList<>();
    for (JsonNode polygon : polygons) {
      List<Spot> ring = new ArrayList<>();
      for (JsonNode point : polygon.get(0)) {
        Spot spot = new Spot(point.get(0).asDouble(), point.get(1).asDouble());
        if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(spot)) {
          ring.add(spot);
        }
      }
      ring.remove(ring.size() - 1); // the first again
      rings.add(ring);
    }
    return new District(
        feature.get("id").asText(), feature.get("properties").get("name").asText(), rings);
  }

  /** Where the neighbours along a border change. */
  private void addNodes(List<Spot> ring) {
    for (int i = 0; i < ring.size(); i++) {
      Spot here = ring.get(i);
      Spot next = ring.get((i + 1) % ring.size());
      if (!owners.get(here).equals(owners.get(next))) {
        nodes.add(owners.get(here).size() >= owners.get(next).size() ? here : next);
      }
      if (owners.get(here).size() > 2) {
        nodes.add(here);
      }
    }
  }

  private String feature(District district) {
    List<String> polygons = new ArrayList<>();
    for (List<Spot> ring : district.rings()) {
      List<Spot> simple = simplify(ring);
      if (!simple.isEmpty()) {
        polygons.add("[[" + String.join(",", simple.stream().map(Spot::inWgs84).toList()) + "]]");
      }
    }
    return ("{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"name\":\"%s\"},\"geometry\":"
            + "{\"type\":\"MultiPolygon\",\"coordinates\":[%s]}}")
        .formatted(district.code(), district.name(), String.join(",", polygons));
  }

  /** A ring from piece to piece, closed; nothing if it is too small to be seen. */
  private List<Spot> simplify(List<Spot> ring) {
    List<Spot> turned = new ArrayList<>(ring);
    Collections.rotate(turned, -start(ring));
    turned.add(turned.get(0));
    List<Spot> simple = new ArrayList<>(turned.subList(0, 1));
    List<Spot> piece = new ArrayList<>();
    for (Spot spot : turned) {
      piece.add(spot);
      if (piece.size() > 1 && (nodes.contains(spot) || spot.equals(turned.get(0)))) {
        List<Spot> kept = simplePiece(piece);
        simple.addAll(kept.subList(1, kept.size()));
        piece = new ArrayList<>(List.of(spot));
      }
    }
    return simple.size() < 4 ? List.of() : simple;
  }

  /** The first node of a ring, or of one without nodes the first point; in an order of points. */
  private int start(List<Spot> ring) {
    boolean anyNode = ring.stream().anyMatch(nodes::contains);
    int start = -1;
    for (int i = 0; i < ring.size(); i++) {
      if (!anyNode || nodes.contains(ring.get(i))) {
        start = start < 0 || ring.get(i).isBefore(ring.get(start)) ? i : start;
      }
    }
    return start;
  }

  /** Simplified in one direction only, so that both neighbours get the same. */
  private static List<Spot> simplePiece(List<Spot> piece) {
    boolean reversed = piece.get(piece.size() - 1).isBefore(piece.get(0));
    List<Spot> way = new ArrayList<>(piece);
    if (reversed) {
      Collections.reverse(way);
    }
    boolean[] kept = new boolean[way.size()];
    kept[0] = true;
    kept[way.size() - 1] = true;
    keep(way, 0, way.size() - 1, kept);
    List<Spot> result = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      if (kept[i]) {
        result.add(way.get(i));
      }
    }
    if (reversed) {
      Collections.reverse(result);
    }
    return result;
  }

  private static void keep(List<Spot> way, int from, int to, boolean[] kept) {
    int farthest = from;
    double distance = TOLERANCE;
    for (int i = from + 1; i < to; i++) {
      double each = way.get(i).distanceTo(way.get(from), way.get(to));
      if (each > distance) {
        farthest = i;
        distance = each;
      }
    }
    if (farthest > from) {
      kept[farthest] = true;
      keep(way, from, farthest, kept);
      keep(way, farthest, to, kept);
    }
  }
}
