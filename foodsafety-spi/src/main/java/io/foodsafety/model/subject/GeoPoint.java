package io.foodsafety.model.subject;

/**
 * A place on earth in WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

  /** Checks the ranges. */
  public GeoPoint {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException(
          "The latitude (%s) must lie between -90 and 90.".formatted(latitude));
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException(
          "The longitude (%s) must lie between -180 and 180.".formatted(longitude));
    }
  }

  /**
   * A place.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   * @return the place
   * @throws IllegalArgumentException if one is out of range
   */
  public static GeoPoint of(double latitude, double longitude) {
    return new GeoPoint(latitude, longitude);
  }
}
