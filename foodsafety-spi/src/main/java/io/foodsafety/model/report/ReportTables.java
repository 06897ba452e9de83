package io.foodsafety.model.report;

import io.foodsafety.model.geo.CoordinateSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as tables alone, for renderers that know nothing else. */
public final class ReportTables {

  private ReportTables() {}

  /**
   * The tables of a report: tables as they are, charts by category, maps by area and by point, and
   * businesses as four tables: the businesses, the reasons for their grades, the grades they had
   * and what is due. Texts have no table. Rows of businesses are read when they are gone through.
   *
   * @param report the report
   * @param system the coordinate system of positions
   * @return the tables, with distinct ids unless the ids of two blocks differ by such an ending
   */
  public static List<TableBlock> of(Report report, CoordinateSystem system) {
    List<TableBlock> tables = new ArrayList<>();
    for (Block block : report.blocks()) {
      if (block instanceof TableBlock table) {
        tables.add(table);
      } else if (block instanceof ChartBlock chart) {
        tables.add(ofChart(chart, report.locale()));
      } else if (block instanceof MapBlock map) {
        tables.addAll(MapTables.of(map, report.locale(), system));
      } else if (block instanceof BusinessBlock businesses) {
        tables.addAll(BusinessTables.of(businesses, report.locale(), system));
      }
    }
    return List.copyOf(tables);
  }

  private static TableBlock ofChart(ChartBlock chart, Locale locale) {
    List<Column> columns = new ArrayList<>();
    columns.add(StandardColumn.CATEGORY.in(locale));
    for (int i = 0; i < chart.series().size(); i++) {
      columns.add(Column.of("s" + (i + 1), chart.series().get(i).name(), Column.Type.NUMBER));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < chart.categories().size(); i++) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(chart.categories().get(i)));
      for (ChartBlock.Series series : chart.series()) {
        row.add(number(series.values().get(i)));
      }
      rows.add(List.copyOf(row));
    }
    return TableBlock.of(chart.id(), chart.title(), columns, Rows.of(rows));
  }

  /** A cell with a number, or an empty one. */
  static Cell number(Optional<BigDecimal> value) {
    return value.map(Cell::number).orElse(Cell.empty());
  }
}
