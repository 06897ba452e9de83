package io.foodsafety.region.nanchang;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Coordinates;
import io.foodsafety.model.subject.GeoPoint;
import java.util.Locale;

/** A point in degrees of GCJ-02, the shifted datum of Chinese maps. */
record Spot(double lon, double lat) {

  private static final double WIDTH_OF_A_DEGREE = Math.cos(Math.toRadians(28.7));

  /** The distance to the way between two points, in degrees of latitude. */
  double distanceTo(Spot a, Spot b) {
    double x = (lon - a.lon) * WIDTH_OF_A_DEGREE;
    double y = lat - a.lat;
    double dx = (b.lon - a.lon) * WIDTH_OF_A_DEGREE;
    double dy = b.lat - a.lat;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    return Math.hypot(x - along * dx, y - along * dy);
  }

  boolean isBefore(Spot other) {
    return lon < other.lon || (lon == other.lon && lat < other.lat);
  }

  /** The point in WGS-84 as GeoJSON, to about ten metres. */
  String inWgs84() {
    GeoPoint here = Coordinates.of(CoordinateSystem.GCJ02, lat, lon).toGeoPoint();
    return String.format(Locale.ROOT, "[%.4f,%.4f]", here.longitude(), here.latitude());
  }
}
