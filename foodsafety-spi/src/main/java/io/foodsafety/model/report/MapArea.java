package io.foodsafety.model.report;

import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.internal.Checks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An area of a map, such as a district.
 *
 * @param code its code, such as that of a division
 * @param name its name
 * @param outline its polygons; empty if its outline is not known
 * @param colourClass its colour class, or nothing if it is drawn without a colour
 */
public record MapArea(
    String code, String name, List<Polygon> outline, Optional<String> colourClass) {

  /** Checks code and name. */
  public MapArea {
    Checks.id("area", code);
    ReportChecks.text("name of area (" + code + ")", name);
    outline = List.copyOf(outline);
    Objects.requireNonNull(colourClass, "colourClass");
  }

  /**
   * An area without a colour.
   *
   * @param code its code
   * @param name its name
   * @param outline its polygons; empty if its outline is not known
   * @return the area
   * @throws IllegalArgumentException if code or name are blank
   */
  public static MapArea of(String code, String name, List<Polygon> outline) {
    return new MapArea(code, name, outline, Optional.empty());
  }

  /**
   * The same area in a colour.
   *
   * @param classId the id of a class of the legend
   * @return the area
   */
  public MapArea withColourClass(String classId) {
    return new MapArea(code, name, outline, Optional.of(classId));
  }
}
