package io.foodsafety.region.nanchang;

import java.util.Locale;

/** A point in degrees of GCJ-02, the shifted datum of Chinese maps. */
record Spot(double lon, double lat) {

  private static final double WIDTH_OF_A_DEGREE = Math.cos(Math.toRadians(28.7));
  private static final double AXIS = 6_378_245.0;
  private static final double ECCENTRICITY = 0.006693421622965943;

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
    Spot here = this;
    for (int i = 0; i < 5; i++) {
      Spot there = here.shifted();
      here = new Spot(here.lon + lon - there.lon, here.lat + lat - there.lat);
    }
    return String.format(Locale.ROOT, "[%.4f,%.4f]", here.lon, here.lat);
  }

  /** A point in WGS-84, moved to GCJ-02. */
  private Spot shifted() {
    double x = lon - 105;
    double y = lat - 35;
    double waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    double north =
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves;
    north += (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3;
    north += (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
    double east =
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves;
    east += (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3;
    east += (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    double angle = Math.toRadians(lat);
    double magic = 1 - ECCENTRICITY * Math.sin(angle) * Math.sin(angle);
    double metresNorth = Math.toRadians(AXIS * (1 - ECCENTRICITY) / (magic * Math.sqrt(magic)));
    double metresEast = Math.toRadians(AXIS / Math.sqrt(magic) * Math.cos(angle));
    return new Spot(lon + east / metresEast, lat + north / metresNorth);
  }
}
