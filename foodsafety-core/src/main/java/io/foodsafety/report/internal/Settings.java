package io.foodsafety.report.internal;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.spi.config.ConfigKey;

/** Settings that several renderers read. */
final class Settings {

  /** The coordinate system of positions. */
  static final ConfigKey<CoordinateSystem> CRS =
      ConfigKey.of("crs", "wgs84, gcj02 or bd09", CoordinateSystem::of)
          .withDefault(CoordinateSystem.WGS84)
          .since("0.2")
          .doc("The coordinate system of positions.", "坐标系。");

  private Settings() {}
}
