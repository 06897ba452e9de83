package io.foodsafety.region.internal;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.region.Outlines;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads outlines from a GeoJSON FeatureCollection (RFC 7946) whose features have the code of a
 * division as id.
 */
final class OutlinesReader {

  private final IssueCollector issues;

  OutlinesReader(IssueCollector issues) {
    this.issues = issues;
  }

  Outlines read(String id, String notice, SourceNode root) {
    ObjectReader collection = ObjectReader.of(root, issues);
    Map<DivisionCode, List<Polygon>> polygons = new LinkedHashMap<>();
    for (SourceNode node : ObjectReader.list(collection.get("features"), issues)) {
      issues.attempt(
          () -> {
            ObjectReader feature = ObjectReader.of(node, issues);
            DivisionCode code =
                ObjectReader.parse(
                    feature.get("id"), "the code of a division", DivisionCode::of, issues);
            polygons.put(code, polygons(ObjectReader.of(feature.get("geometry"), issues)));
            return true;
          });
    }
    return new Outlines(id, notice, polygons);
  }

  private List<Polygon> polygons(ObjectReader geometry) {
    String type = geometry.text("type");
    SourceNode coordinates = geometry.get("coordinates");
    return switch (type) {
      case "Polygon" -> List.of(polygon(coordinates));
      case "MultiPolygon" ->
          ObjectReader.list(coordinates, issues).stream().map(this::polygon).toList();
      default ->
          throw ObjectReader.badValue(
              geometry.get("type"), type, "It is no area.", "Polygon or MultiPolygon", issues);
    };
  }

  private Polygon polygon(SourceNode node) {
    List<List<GeoPoint>> rings =
        ObjectReader.list(node, issues).stream()
            .map(ring -> ObjectReader.list(ring, issues).stream().map(this::point).toList())
            .toList();
    try {
      return Polygon.of(rings.get(0), rings.subList(1, rings.size()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw ObjectReader.badValue(
          node, "", String.valueOf(e.getMessage()), "closed rings of points", issues);
    }
  }

  private GeoPoint point(SourceNode node) {
    if (node instanceof SourceNode.ListNode position
        && position.items().size() >= 2
        && position.items().get(0) instanceof SourceNode.NumberNode longitude
        && position.items().get(1) instanceof SourceNode.NumberNode latitude
        && isWithin(longitude.value(), 180)
        && isWithin(latitude.value(), 90)) {
      return GeoPoint.of(latitude.value().doubleValue(), longitude.value().doubleValue());
    }
    throw ObjectReader.badValue(
        node, "", "It is no position.", "[longitude, latitude] in degrees", issues);
  }

  private static boolean isWithin(BigDecimal degrees, int most) {
    return degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
