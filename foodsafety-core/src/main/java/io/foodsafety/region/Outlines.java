package io.foodsafety.region;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.geo.Polygon;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outlines of divisions, for maps.
 *
 * @param id their id
 * @param notice where they are from, and how far they can be trusted
 * @param polygons the polygons of each division, WGS-84; a division without an outline is not there
 */
public record Outlines(String id, String notice, Map<DivisionCode, List<Polygon>> polygons) {

  /** Copies the map. */
  public Outlines {
    polygons = Collections.unmodifiableMap(new TreeMap<>(polygons));
  }
}
