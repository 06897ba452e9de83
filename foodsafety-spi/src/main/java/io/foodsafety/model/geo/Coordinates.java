package io.foodsafety.model.geo;

import io.foodsafety.model.subject.GeoPoint;
import java.util.Objects;

/**
 * A position in a named coordinate system. Outside the rectangle around mainland China that the
 * public formulas use, the three systems are the same.
 *
 * @param system the system
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Coordinates(CoordinateSystem system, double latitude, double longitude) {

  /** Checks the ranges. */
  public Coordinates {
    Objects.requireNonNull(system, "system");
    GeoPoint.of(latitude, longitude);
  }

  /**
   * A position.
   *
   * @param system the system
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   * @return the position
   * @throws IllegalArgumentException if a number is out of range
   */
  public static Coordinates of(CoordinateSystem system, double latitude, double longitude) {
    return new Coordinates(system, latitude, longitude);
  }

  /**
   * A place in WGS 84.
   *
   * @param place the place
   * @return its position
   */
  public static Coordinates of(GeoPoint place) {
    return new Coordinates(CoordinateSystem.WGS84, place.latitude(), place.longitude());
  }

  /**
   * The same place in another system. Converting there and back moves it by less than 1e-9 degrees.
   *
   * @param target the other system
   * @return the position in that system
   */
  public Coordinates to(CoordinateSystem target) {
    if (target == system || !MapShift.applies(latitude, longitude)) {
      return new Coordinates(target, latitude, longitude);
    }
    double[] gcj02 =
        switch (system) {
          case WGS84 -> MapShift.wgs84ToGcj02(latitude, longitude);
          case GCJ02 -> new double[] {latitude, longitude};
          case BD09 -> MapShift.bd09ToGcj02(latitude, longitude);
        };
    double[] moved =
        switch (target) {
          case WGS84 -> MapShift.gcj02ToWgs84(gcj02[0], gcj02[1]);
          case GCJ02 -> gcj02;
          case BD09 -> MapShift.gcj02ToBd09(gcj02[0], gcj02[1]);
        };
    return new Coordinates(target, moved[0], moved[1]);
  }

  /** {@return the same place in WGS 84} */
  public GeoPoint toGeoPoint() {
    Coordinates place = to(CoordinateSystem.WGS84);
    return GeoPoint.of(place.latitude, place.longitude);
  }
}
