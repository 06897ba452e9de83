package io.foodsafety.model.geo;

/**
 * The shifts of GCJ-02 and BD-09, by the formulas that are publicly known. The formulas give the
 * way there; the way back is found by iteration, because the shift changes little from place to
 * place. A position is an array of latitude and longitude.
 */
final class MapShift {

  /** The Krasovsky ellipsoid: its half axis in metres and its squared eccentricity. */
  private static final double HALF_AXIS = 6378245.0;

  private static final double ECCENTRICITY = 0.006693421622965943;

  private static final double BD09_LONGITUDE = 0.0065;
  private static final double BD09_LATITUDE = 0.006;
  private static final double BD09_WAVE = Math.PI * 3000.0 / 180.0;

  private static final double EXACT_ENOUGH = 1e-12;
  private static final int MAX_STEPS = 30;

  private interface Shift {
    double[] apply(double latitude, double longitude);
  }

  private MapShift() {}

  /** Whether a place lies in the rectangle in which places are shifted. */
  static boolean applies(double latitude, double longitude) {
    return longitude >= 72.004
        && longitude <= 137.8347
        && latitude >= 0.8293
        && latitude <= 55.8271;
  }

  static double[] wgs84ToGcj02(double latitude, double longitude) {
    double x = longitude - 105.0;
    double y = latitude - 35.0;
    double phi = Math.toRadians(latitude);
    double magic = 1 - ECCENTRICITY * Math.sin(phi) * Math.sin(phi);
    double root = Math.sqrt(magic);
    double north =
        northward(x, y) * 180.0 / (HALF_AXIS * (1 - ECCENTRICITY) / (magic * root) * Math.PI);
    double east = eastward(x, y) * 180.0 / (HALF_AXIS / root * Math.cos(phi) * Math.PI);
    return new double[] {latitude + north, longitude + east};
  }

  static double[] gcj02ToWgs84(double latitude, double longitude) {
    return invert(MapShift::wgs84ToGcj02, latitude, longitude);
  }

  static double[] gcj02ToBd09(double latitude, double longitude) {
    double radius = Math.hypot(longitude, latitude) + 0.00002 * Math.sin(latitude * BD09_WAVE);
    double angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * BD09_WAVE);
    return new double[] {
      radius * Math.sin(angle) + BD09_LATITUDE, radius * Math.cos(angle) + BD09_LONGITUDE
    };
  }

  static double[] bd09ToGcj02(double latitude, double longitude) {
    return invert(MapShift::gcj02ToBd09, latitude, longitude);
  }

  /** The place that a shift moves to the one given. */
  private static double[] invert(Shift shift, double latitude, double longitude) {
    double north = latitude;
    double east = longitude;
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] moved = shift.apply(north, east);
      double missingNorth = latitude - moved[0];
      double missingEast = longitude - moved[1];
      north += missingNorth;
      east += missingEast;
      if (Math.abs(missingNorth) < EXACT_ENOUGH && Math.abs(missingEast) < EXACT_ENOUGH) {
        break;
      }
    }
    return new double[] {north, east};
  }

  private static double northward(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(6.0 * x, 20.0, 2.0 * x, 20.0)
        + waves(y, 20.0, y / 3.0, 40.0)
        + waves(y / 12.0, 160.0, y / 30.0, 320.0);
  }

  private static double eastward(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(6.0 * x, 20.0, 2.0 * x, 20.0)
        + waves(x, 20.0, x / 3.0, 40.0)
        + waves(x / 12.0, 150.0, x / 30.0, 300.0);
  }

  private static double waves(double first, double high, double second, double higher) {
    return (high * Math.sin(first * Math.PI) + higher * Math.sin(second * Math.PI)) * 2.0 / 3.0;
  }
}
