package io.foodsafety.reporting.xlsx.internal;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.ReportTables;
import io.foodsafety.model.report.TableBlock;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes the tables of a report as the sheets of a workbook, row by row. A table that is longer
 * than a sheet goes on in another one.
 */
public final class XlsxRenderer implements ReportRenderer {

  private static final ConfigKey<CoordinateSystem> CRS =
      ConfigKey.of("crs", "wgs84, gcj02 or bd09", CoordinateSystem::of)
          .withDefault(CoordinateSystem.WGS84)
          .since("0.2")
          .doc("The coordinate system of positions.", "坐标系。");

  /** Rows of a sheet below its heading, as the format allows. */
  private static final int SHEET_ROWS = 1_048_575;

  private final int sheetRows;

  /** A renderer. */
  public XlsxRenderer() {
    this(SHEET_ROWS);
  }

  /** A renderer whose sheets are short, to be tried out. */
  XlsxRenderer(int sheetRows) {
    this.sheetRows = sheetRows;
  }

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public String fileExtension() {
    return "xlsx";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(CRS);
  }

  @Override
  public void render(Report report, Config config, OutputStream out) throws IOException {
    List<TableBlock> tables = ReportTables.of(report, config.get(CRS));
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("The report (%s) has no table.".formatted(report.id()));
    }
    // Closing the workbook ends the file, and must not happen to one that was broken off.
    Workbook workbook = new Workbook(out, "FoodSafety", "1.0");
    workbook.setGlobalDefaultFont("Microsoft YaHei", 10.5);
    workbook.properties().setTitle(report.title());
    SheetNames names = new SheetNames();
    for (TableBlock table : tables) {
      writeTable(workbook, table, names);
    }
    workbook.finish();
    out.flush();
  }

  private void writeTable(Workbook workbook, TableBlock table, SheetNames names)
      throws IOException {
    SheetWriter sheet = new SheetWriter(workbook, names.of(table.title()), table.columns());
    try (Stream<List<Cell>> rows = table.rows().stream()) {
      for (Iterator<List<Cell>> each = rows.iterator(); each.hasNext(); ) {
        if (sheet.rows() == sheetRows) {
          sheet.finish();
          sheet = new SheetWriter(workbook, names.of(table.title()), table.columns());
        }
        sheet.write(each.next());
      }
    }
    sheet.finish();
  }
}
