package io.foodsafety.model.geo;

import io.foodsafety.model.subject.GeoPoint;
import java.util.List;

/**
 * An area with an outline and perhaps holes. A ring is a list of corners; its first corner may or
 * may not be repeated as its last, and it may run either way round.
 *
 * @param outline the outer ring
 * @param holes the rings of areas that do not belong to it
 */
public record Polygon(List<GeoPoint> outline, List<List<GeoPoint>> holes) {

  /** Checks that each ring has three corners. */
  public Polygon {
    outline = ring(outline);
    holes = holes.stream().map(Polygon::ring).toList();
  }

  /**
   * An area.
   *
   * @param outline the outer ring, at least three corners
   * @param holes the rings of its holes
   * @return the area
   * @throws IllegalArgumentException if a ring has fewer than three corners
   */
  public static Polygon of(List<GeoPoint> outline, List<List<GeoPoint>> holes) {
    return new Polygon(outline, holes);
  }

  private static List<GeoPoint> ring(List<GeoPoint> corners) {
    List<GeoPoint> ring = List.copyOf(corners);
    if (ring.stream().distinct().limit(3).count() < 3) {
      throw new IllegalArgumentException(
          "A ring (%d points) must have at least three corners.".formatted(ring.size()));
    }
    return ring;
  }
}
