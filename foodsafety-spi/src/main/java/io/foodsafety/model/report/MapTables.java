package io.foodsafety.model.report;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.report.MapBlock.MapPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A map as two tables: its areas and its points; one that would be empty is left out. */
final class MapTables {

  private MapTables() {}

  static List<TableBlock> of(MapBlock map, Locale locale, CoordinateSystem system) {
    List<TableBlock> tables = new ArrayList<>();
    if (!map.areas().isEmpty()) {
      tables.add(
          TableBlock.of(
              map.id(),
              map.title(),
              StandardColumn.in(
                  locale, StandardColumn.CODE, StandardColumn.NAME, StandardColumn.COLOUR),
              () -> map.areas().stream().map(area -> row(map.legend(), area))));
    }
    if (!map.points().isEmpty()) {
      tables.add(
          TableBlock.of(
              map.areas().isEmpty() ? map.id() : map.id() + ".points",
              map.title(),
              StandardColumn.in(
                  locale,
                  StandardColumn.NAME,
                  StandardColumn.COLOUR,
                  StandardColumn.LATITUDE,
                  StandardColumn.LONGITUDE),
              () -> map.points().stream().map(point -> row(map.legend(), point, system))));
    }
    return tables;
  }

  private static List<Cell> row(Legend legend, MapArea area) {
    return List.of(
        Cell.text(area.code()),
        Cell.text(area.name()),
        area.colourClass().map(id -> label(legend, id)).orElse(Cell.empty()));
  }

  private static List<Cell> row(Legend legend, MapPoint point, CoordinateSystem system) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(point.name()));
    row.add(label(legend, point.colourClass()));
    row.addAll(Positions.cells(point.location(), system));
    return row;
  }

  /** The name of a colour class. */
  static Cell label(Legend legend, String id) {
    return Cell.text(legend.findClass(id).map(ColourClass::label).orElse(id));
  }
}
