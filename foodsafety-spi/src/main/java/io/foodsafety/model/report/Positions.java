package io.foodsafety.model.report;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Coordinates;
import io.foodsafety.model.subject.GeoPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Positions as cells, with 6 decimals, which is a tenth of a metre. */
final class Positions {

  private static final int DECIMALS = 6;

  private Positions() {}

  /** Latitude and longitude of a place in a system. */
  static List<Cell> cells(GeoPoint place, CoordinateSystem system) {
    Coordinates position = Coordinates.of(place).to(system);
    return List.of(degrees(position.latitude()), degrees(position.longitude()));
  }

  private static Cell degrees(double value) {
    return Cell.number(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
