package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.subject.GeoPoint;
import java.util.List;
import java.util.Objects;

/**
 * A map of areas and points.
 *
 * @param id its name within the report
 * @param title its heading
 * @param legend the colour classes
 * @param areas the areas, with distinct codes
 * @param points the points
 */
public record MapBlock(
    String id, String title, Legend legend, List<MapArea> areas, List<MapPoint> points)
    implements Block {

  /**
   * A point of a map.
   *
   * @param name what is there
   * @param location where
   * @param colourClass the id of a class of the legend
   */
  public record MapPoint(String name, GeoPoint location, String colourClass) {

    /** Checks that the parts are there. */
    public MapPoint {
      ReportChecks.text("name of a point", name);
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(colourClass, "colourClass");
    }

    /**
     * A point.
     *
     * @param name what is there
     * @param location where
     * @param colourClass the id of a class of the legend
     * @return the point
     * @throws IllegalArgumentException if the name is blank
     */
    public static MapPoint of(String name, GeoPoint location, String colourClass) {
      return new MapPoint(name, location, colourClass);
    }
  }

  /** Checks that every colour class is in the legend. */
  public MapBlock {
    Checks.name("block", id);
    ReportChecks.text("title of block (" + id + ")", title);
    areas = ReportChecks.distinct("area", areas, MapArea::code);
    points = List.copyOf(points);
    areas.forEach(area -> area.colourClass().ifPresent(each -> legend.check(area.code(), each)));
    points.forEach(point -> legend.check("a point", point.colourClass()));
  }

  /**
   * A map.
   *
   * @param id its name within the report
   * @param title its heading
   * @param legend the colour classes
   * @param areas the areas, with distinct codes
   * @param points the points
   * @return the block
   * @throws IllegalArgumentException if a colour class is not in the legend, or a name is wrong
   */
  public static MapBlock of(
      String id, String title, Legend legend, List<MapArea> areas, List<MapPoint> points) {
    return new MapBlock(id, title, legend, areas, points);
  }
}
