package io.foodsafety.model.geo;

import java.util.Locale;

/** The geodetic systems in which positions are exchanged in China. */
public enum CoordinateSystem {
  /** WGS 84, the system of satellite positioning; the only one used inside the library. */
  WGS84,
  /** GCJ-02 (国测局坐标), the shifted system of maps published in mainland China. */
  GCJ02,
  /** BD-09 (百度坐标), which shifts GCJ-02 once more. */
  BD09;

  /** {@return the name in settings and outputs, such as {@code gcj02}} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a name.
   *
   * @param code {@code wgs84}, {@code gcj02} or {@code bd09}
   * @return the system
   * @throws IllegalArgumentException if there is no such system
   */
  public static CoordinateSystem of(String code) {
    for (CoordinateSystem system : values()) {
      if (system.code().equals(code)) {
        return system;
      }
    }
    throw new IllegalArgumentException("It must be wgs84, gcj02 or bd09.");
  }
}
